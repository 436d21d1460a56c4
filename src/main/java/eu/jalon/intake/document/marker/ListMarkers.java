package eu.jalon.intake.document.marker;

import eu.jalon.intake.document.CleanText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the markers that open list items. A marker that could also start a sentence ("M. Dupont",
 * "e" read from a scan, "Mesure 1") counts only if the document contains others of its family.
 */
public final class ListMarkers {

  private static final String ROUND = "•◦▪■●○·‣∙⁃□▫▢➢➣➤►▶▸◆◇❖✓✔✗✘☐☑☒❑❒→⇒➔➜➡⟶⇨★☆♦";
  private static final String DASHES = "-–—−‐‒";
  private static final String TYPED = "*+>";
  private static final String MISREAD = "eo©®°¢¤§";

  private static final String SPACE = "[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]";
  private static final String END = "(?:" + SPACE + "+|$)";
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3})" + SPACE + "?([.)])(?:" + END + "|(?=\\p{Lu}\\p{L}))");
  private static final Pattern DECIMAL =
      Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){1,3})[.)]?" + SPACE + "+(?=[\\p{Lu}«“\"'(])");
  private static final Pattern DEGREE = Pattern.compile("(\\d{1,2})" + SPACE + "?[°º]\\)?" + END);
  private static final Pattern NUMBER_DASH =
      Pattern.compile("(\\d{1,2})" + SPACE + "?[-–—]" + SPACE + "*(?=\\p{L})");
  private static final Pattern ENCLOSED =
      Pattern.compile("([(\\[])(\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})([)\\]])" + END);
  private static final Pattern ROMAN =
      Pattern.compile("([IVXl|]{1,6}|[ivx]{1,5})" + SPACE + "?([.)]|[-–—](?=" + SPACE + "))" + END);
  private static final Pattern LETTER = Pattern.compile("([A-Za-z])([.)])" + END);
  private static final Pattern CIRCLED =
      Pattern.compile("([\u2460-\u2473\u2776-\u2793])" + SPACE + "*");
  private static final Pattern LABEL =
      Pattern.compile(
          "((?:Art\\.|\\p{Lu}[\\p{L}]{2,16})"
              + SPACE
              + "?)(?:n[°ºr][.]?|no\\.?|N[°º])?"
              + SPACE
              + "?(\\d{1,3})(?:er|re|ère|bis)?"
              + SPACE
              + "?(?:([.:)–—-])"
              + END
              + "|"
              + SPACE
              + "+(?=\\p{L})|$)");

  private static final Set<String> ARTICLES = Set.of("art.", "article", "artikel");
  private static final Set<String> ITEMS =
      Set.of(
          "action",
          "actie",
          "actiepunt",
          "mesure",
          "maatregel",
          "measure",
          "étape",
          "etape",
          "stap",
          "step",
          "décision",
          "decision",
          "beslissing",
          "engagement",
          "verbintenis",
          "commitment",
          "recommandation",
          "aanbeveling",
          "recommendation",
          "point",
          "punt",
          "objectif",
          "doelstelling",
          "objective",
          "priorité",
          "prioriteit",
          "priority",
          "proposition",
          "voorstel",
          "proposal");
  private static final Set<String> SECTIONS =
      Set.of(
          "chapitre",
          "hoofdstuk",
          "chapter",
          "titre",
          "titel",
          "title",
          "partie",
          "deel",
          "part",
          "section",
          "afdeling",
          "axe",
          "as",
          "volet",
          "luik",
          "pijler",
          "pilier",
          "pillar",
          "thème",
          "theme",
          "thema",
          "annexe",
          "bijlage",
          "annex");

  private final Map<String, Set<Integer>> seen;

  private ListMarkers(Map<String, Set<Integer>> seen) {
    this.seen = seen;
  }

  /** Looks at the start of every line of a document, to know which doubtful markers are real. */
  public static ListMarkers of(Iterable<String> lines) {
    var seen = new HashMap<String, Set<Integer>>();
    for (String line : lines) {
      find(line.strip())
          .ifPresent(m -> seen.computeIfAbsent(m.family(), f -> new HashSet<>()).add(m.ordinal()));
    }
    return new ListMarkers(seen);
  }

  /** Finds the marker that a line opens with. */
  public Optional<ListMarker> find(CharSequence line) {
    return find(line.toString().strip()).map(this::asLetter).filter(this::isReal);
  }

  /** The ninth letter of a long list is no roman one. */
  private ListMarker asLetter(ListMarker marker) {
    String letters = marker.family().replace('i', 'a').replace('I', 'A');
    String written = marker.written().replaceAll("[^A-Za-z]", "");
    if (letters.equals(marker.family()) || written.length() != 1) {
      return marker;
    }
    int ordinal = Character.toLowerCase(written.charAt(0)) - 'a' + 1;
    boolean follows = seen.getOrDefault(letters, Set.of()).contains(ordinal - 1);
    return follows ? new ListMarker(letters, marker.written(), ordinal, marker.rest()) : marker;
  }

  private boolean isReal(ListMarker marker) {
    Set<Integer> others = seen.getOrDefault(marker.family(), Set.of());
    return switch (marker.family()) {
      case "A.", "a.", "A)", "I)" ->
          marker.ordinal() == 1
              ? others.contains(2)
              : others.contains(1) && others.contains(marker.ordinal() - 1);
      case "1-" -> others.size() > 1;
      default -> !marker.family().startsWith("?") || others.size() > 1;
    };
  }

  private static Optional<ListMarker> find(String line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    return bullet(line)
        .or(() -> label(line))
        .or(() -> match(DECIMAL, line, m -> decimal(m, line)))
        .or(() -> match(ENCLOSED, line, m -> enclosed(m, line)))
        .or(() -> match(DEGREE, line, m -> marker("1°", m, Integer.parseInt(m.group(1)), line)))
        .or(
            () ->
                match(
                    NUMBER,
                    line,
                    m -> marker("1" + m.group(2), m, Integer.parseInt(m.group(1)), line)))
        .or(
            () ->
                match(NUMBER_DASH, line, m -> marker("1-", m, Integer.parseInt(m.group(1)), line)))
        .or(() -> match(ROMAN, line, m -> roman(m, line)))
        .or(() -> match(LETTER, line, m -> letter(m, line)))
        .or(() -> match(CIRCLED, line, m -> marker("①", m, circled(m.group(1)), line)));
  }

  private static Optional<ListMarker> bullet(String line) {
    char first = line.charAt(0);
    boolean alone = line.length() == 1;
    char second = alone ? ' ' : line.charAt(1);
    boolean spaced = CleanText.isSpace(second);
    String rest = line.substring(1).strip();
    if (isPrivateUse(first) || ROUND.indexOf(first) >= 0) {
      return Optional.of(new ListMarker("•" + first, shown(first), 0, rest));
    }
    if (DASHES.indexOf(first) >= 0
        && (spaced || Character.isUpperCase(second))
        && !rest.isEmpty()) {
      return Optional.of(new ListMarker("-", String.valueOf(first), 0, rest));
    }
    boolean underscored = line.matches("[*+]_{1,3}\\s.*");
    if (underscored) {
      return Optional.of(
          new ListMarker("+", String.valueOf(first), 0, rest.replaceFirst("^_+", "").strip()));
    }
    if (TYPED.indexOf(first) >= 0 && spaced && !alone) {
      return Optional.of(new ListMarker(String.valueOf(first), String.valueOf(first), 0, rest));
    }
    boolean misread = MISREAD.indexOf(first) >= 0 && spaced && !alone;
    if (misread && (Character.isLetter(rest.codePointAt(0)) || rest.charAt(0) == '(')) {
      String family = first == 'o' ? "o" : "e";
      return Optional.of(new ListMarker(family, String.valueOf(first), 0, rest));
    }
    return Optional.empty();
  }

  /** Word processors write bullets of symbol fonts as private-use characters, U+F0B7 for one. */
  private static boolean isPrivateUse(char c) {
    return c >= '\uE000' && c <= '\uF8FF';
  }

  static String shown(char bullet) {
    return switch (bullet) {
      case '\uF0A7', '\uF06E' -> "▪";
      case '\uF02D' -> "–";
      case '\uF0D8' -> "➢";
      case '\uF0FC' -> "✓";
      case '\uF0E0', '\uF0E8' -> "→";
      case '\uF076', '\uF075' -> "❖";
      case '\uF06F', '\uF071', '\uF0A8' -> "☐";
      default -> isPrivateUse(bullet) ? "•" : String.valueOf(bullet);
    };
  }

  private static Optional<ListMarker> label(String line) {
    Matcher label = LABEL.matcher(line);
    if (!label.lookingAt()) {
      return Optional.empty();
    }
    String word = label.group(1).strip().toLowerCase(Locale.ROOT);
    boolean closed = label.group(3) != null;
    boolean alone = label.end() == line.length();
    int ordinal = Integer.parseInt(label.group(2));
    if (SECTIONS.contains(word) && (closed || alone)) {
      return Optional.of(marker("section", label, ordinal, line));
    }
    if (ARTICLES.contains(word) || (ITEMS.contains(word) && (closed || alone))) {
      return Optional.of(marker(word, label, ordinal, line));
    }
    boolean known = word.equals("page") || word.equals("pagina") || word.equals("pag");
    return closed && !known && !alone
        ? Optional.of(marker("?" + word, label, ordinal, line))
        : Optional.empty();
  }

  private static ListMarker decimal(Matcher m, String line) {
    List<String> parts = List.of(m.group(1).split("\\."));
    String family = String.join(".", parts.stream().map(part -> "1").toList());
    return marker(family, m, Integer.parseInt(parts.get(parts.size() - 1)), line);
  }

  private static ListMarker enclosed(Matcher m, String line) {
    String inner = m.group(2);
    String open = m.group(1);
    String close = m.group(3);
    if (Character.isDigit(inner.charAt(0))) {
      return marker(open + "1" + close, m, Integer.parseInt(inner), line);
    }
    int roman = RomanNumeral.value(inner);
    boolean upper = Character.isUpperCase(inner.charAt(0));
    if (roman > 0 && isRomanRather(inner)) {
      return marker(open + (upper ? "I" : "i") + close, m, roman, line);
    }
    int letter = Character.toLowerCase(inner.charAt(0)) - 'a' + 1;
    return marker(open + (upper ? "A" : "a") + close, m, letter, line);
  }

  private static Optional<ListMarker> match(
      Pattern pattern, String line, Function<Matcher, ListMarker> marker) {
    Matcher m = pattern.matcher(line);
    return m.lookingAt()
        ? Optional.of(marker.apply(m)).filter(found -> found.ordinal() > 0)
        : Optional.empty();
  }

  private static ListMarker roman(Matcher m, String line) {
    String close = m.group(2).matches("[-–—]") ? "-" : m.group(2);
    String inner = m.group(1);
    boolean lower = inner.matches("[ivx]+");
    boolean titled = m.end() == line.length() || !Character.isLowerCase(line.codePointAt(m.end()));
    int value = lower || titled ? RomanNumeral.value(inner) : 0;
    return marker((lower ? "i" : "I") + close, m, value, line);
  }

  private static ListMarker letter(Matcher m, String line) {
    char c = m.group(1).charAt(0);
    boolean upper = Character.isUpperCase(c);
    return marker((upper ? "A" : "a") + m.group(2), m, Character.toLowerCase(c) - 'a' + 1, line);
  }

  /** A single letter is a roman number only where letters rarely come that far: i, v, x. */
  private static boolean isRomanRather(String inner) {
    return inner.length() > 1 || "ivxIVX".contains(inner);
  }

  private static int circled(String sign) {
    char c = sign.charAt(0);
    return c <= '\u2473' ? c - '\u2460' + 1 : (c - '\u2776') % 10 + 1;
  }

  private static ListMarker marker(String family, Matcher m, int ordinal, String line) {
    return new ListMarker(
        family, line.substring(0, m.end()).strip(), ordinal, line.substring(m.end()).strip());
  }
}
