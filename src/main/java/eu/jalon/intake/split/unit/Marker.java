package eu.jalon.intake.split.unit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sign or number that opens a list item, as typed or as a scan misread it.
 *
 * @param kind equal for the items of one list: the bullet itself, or the way it is numbered
 * @param value the number it represents, 0 for a bullet
 * @param written the marker as written
 * @param rest what follows it
 */
public record Marker(String kind, int value, String written, String rest) {

  private static final String ROUND = "•◦▪■●○·‣∙⁃□▫➢➤►✓✔☐☑☒❑❒→⇒➔❖◆◇★⚫⬤⮚✗✘➜➝";
  private static final String MISREAD_ROUND = "eo©®°¢¤§";
  private static final String DASHES = "-–—−";
  private static final String OTHER = "*+>";
  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<open>[(\\[])?(?:(?<levels>\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?)|(?<digits>\\d{1,3})"
              + "|(?<roman>[ivx]{1,5}|[IVXl|]{1,6})|(?<letter>[a-zA-Z]))"
              + "(?<close>\\.\\)|°\\)|[.)\\]°/]|-(?= ))?(?=\\s|$)\\s*(?<rest>.*)",
          Pattern.DOTALL);

  /** Minutes mark a task that follows from a discussion with a typed arrow. */
  private static final Pattern ARROW = Pattern.compile("(?:=+>|-+>)\\s*(?=\\p{L})");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<code>[A-Z]{1,3})[.-]?(?<number>\\d{1,3})(?:[:.)]| [-–—])?\\s+(?<rest>\\S.*)",
          Pattern.DOTALL);

  /** Finds a marker and the text behind it, which may be empty. */
  public static Optional<Marker> of(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char first = text.charAt(0);
    boolean spaced = text.length() == 1 || text.charAt(1) == ' ';
    Matcher arrow = ARROW.matcher(text);
    if (arrow.lookingAt()) {
      return Optional.of(
          new Marker("=>", 0, text.substring(0, arrow.end()).strip(), rest(text, arrow.end())));
    }
    boolean wordBullet = first >= '\uF000' && first <= '\uF0FF';
    if (wordBullet || ROUND.indexOf(first) >= 0) {
      return bullet(wordBullet ? "•" : String.valueOf(first), text);
    }
    if (spaced && (MISREAD_ROUND.indexOf(first) >= 0 || OTHER.indexOf(first) >= 0)) {
      return bullet(String.valueOf(first), text);
    }
    if (DASHES.indexOf(first) >= 0 && (spaced || Character.isUpperCase(text.codePointAt(1)))) {
      return bullet("-", text);
    }
    int circled = CIRCLED.indexOf(first);
    return circled >= 0
        ? Optional.of(new Marker("①", circled + 1, text.substring(0, 1), rest(text, 1)))
        : number(text).or(() -> reference(text));
  }

  /** A reference before each item: "AP3: ...", "B.2 ...". */
  private static Optional<Marker> reference(String text) {
    Matcher found = REFERENCE.matcher(text);
    return found.matches()
        ? Optional.of(
            new Marker(
                "#" + found.group("code"),
                Integer.parseInt(found.group("number")),
                text.substring(0, found.start("rest")).strip(),
                found.group("rest").strip()))
        : Optional.empty();
  }

  /** Whether the reference is one that minutes give to what was agreed. */
  public boolean isActionReference() {
    return Set.of("#AP", "#AI", "#ACT", "#ACP", "#PA", "#DEC").contains(kind);
  }

  boolean isCheckBox() {
    return !kind.isEmpty() && "☐☑☒✓✔❑❒□".indexOf(kind.charAt(0)) >= 0;
  }

  /** The marker that a reader of documents found already. */
  static Marker given(String written) {
    return of(written.strip() + " x")
        .filter(found -> found.rest().equals("x"))
        .map(found -> new Marker(found.kind, found.value, written, ""))
        .orElse(
            new Marker(written.isEmpty() ? "•" : written.replaceAll("\\d+", "1"), 0, written, ""));
  }

  /** Tells whether a line is nothing but a bullet whose words follow on the next line. */
  static boolean isLone(String text) {
    return text.length() == 1 && (ROUND + DASHES + OTHER).contains(text);
  }

  /** Tells whether the sign is one that no sentence has at the start of a wrapped line. */
  boolean isUnmistakable() {
    return value == 0 && !kind.equals("-") && OTHER.indexOf(kind.charAt(0)) < 0;
  }

  public boolean isNumber() {
    return value > 0;
  }

  /** Letters and capital numerals may be an initial or an abbreviation: only a series is sure. */
  boolean needsSeries() {
    return kind.startsWith("#")
        || Set.of("A.", "I.", "a.", "i.", "A", "I", "1", "1-", "1/").contains(kind);
  }

  /** Tells whether this marker comes right after another one of the same list. */
  public boolean follows(Marker before) {
    return kind.equals(before.kind) && (value == 0 || value == before.value + 1);
  }

  private static Optional<Marker> bullet(String kind, String text) {
    return Optional.of(new Marker(kind, 0, text.substring(0, 1), rest(text, 1)));
  }

  private static Optional<Marker> number(String text) {
    Matcher found = NUMBER.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String open = orEmpty(found.group("open"));
    String close = orEmpty(found.group("close"));
    String rest = found.group("rest").strip();
    String levels = found.group("levels");
    if (levels != null) {
      String[] parts = levels.split("\\.", -1);
      boolean title = open.isEmpty() && close.isEmpty() && (startsUpper(rest) || parts.length > 2);
      int last = parts[parts.length - 1].isEmpty() ? parts.length - 2 : parts.length - 1;
      return title
          ? Optional.of(
              new Marker("1.".repeat(last + 1), Integer.parseInt(parts[last]), levels, rest))
          : Optional.empty();
    }
    if (close.isEmpty()) {
      return Optional.empty();
    }
    String written = text.substring(0, found.start("rest")).strip();
    String shape = open + "%s" + close;
    String digits = found.group("digits");
    if (digits != null) {
      return digits.length() <= 2 || close.equals(")")
          ? Optional.of(marker(shape, "1", Integer.parseInt(digits), written, rest))
          : Optional.empty();
    }
    String letters = found.group("roman") != null ? found.group("roman") : found.group("letter");
    boolean upper =
        Character.isUpperCase(letters.charAt(0)) || "l|".contains(letters.substring(0, 1));
    int roman = roman(letters);
    if (roman > 0 && (letters.length() > 1 || roman == 1)) {
      return Optional.of(marker(shape, upper ? "I" : "i", roman, written, rest));
    }
    if (letters.length() > 1 || letters.equals("|")) {
      return Optional.empty();
    }
    int value = Character.toLowerCase(letters.charAt(0)) - 'a' + 1;
    return Optional.of(marker(shape, upper ? "A" : "a", value, written, rest));
  }

  private static Marker marker(String shape, String kind, int value, String written, String rest) {
    return new Marker(String.format(Locale.ROOT, shape, kind), value, written, rest);
  }

  private static int roman(String token) {
    String clean = token.toUpperCase(Locale.ROOT).replace('L', 'I').replace('|', 'I');
    int value = 0;
    int before = 0;
    for (int i = clean.length() - 1; i >= 0; i--) {
      int digit =
          switch (clean.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 0;
          };
      if (digit == 0) {
        return 0;
      }
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }

  private static boolean startsUpper(String rest) {
    return rest.isEmpty()
        || rest.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(1)
            .anyMatch(Character::isUpperCase);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }

  private static String rest(String text, int from) {
    return text.substring(from).strip();
  }
}
