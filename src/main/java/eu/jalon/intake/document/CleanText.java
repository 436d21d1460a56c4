package eu.jalon.intake.document;

import eu.jalon.shared.text.TextPolicy;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans raw text: white space, characters that no page can show, and words cut at line ends. */
public final class CleanText {

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final String HYPHENS = "-\u2010\u2011\u00AC" + SOFT_HYPHEN;

  /** Parts that keep their hyphen when a line ends after them. */
  private static final Pattern BEFORE_HYPHEN =
      Pattern.compile(
          "(?:non|ex|vice|sous|mi|demi|contre|après|avant|semi|celui|celle|ceux|celles|lui|eux|elles?"
              + "|c'est|c’est|c'est-à|c’est-à|peut|nord|sud|est|ouest|franco|belgo|rendez|mot|porte|chef"
              + "|clé|point|libre|aller|arc|là|au|ci|par|quelques|haut|bas|long|court|grand|plus|moins"
              + "|e|niet|oud|noord|zuid|oost|west|co|inter)");

  private static final Pattern AFTER_HYPHEN =
      Pattern.compile(
          "(?:mêmes?|ci|là|dire|vous|être|t-il|t-elle|il|elle|ils|elles|on|nous|delà|dessus|dessous"
              + "|après|clés?)\\b.*",
          Pattern.DOTALL);

  private static final Pattern SUSPENDED =
      Pattern.compile("(?:en|of|et|ou|and|or)\\b.*", Pattern.DOTALL);
  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{Nd}'’-]*$");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}\\p{Nd}]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-\u2010\u2011][\\p{L}\\p{Nd}]+)*");
  private static final int LAST_WORD_REACH = 60;

  private final Set<String> words;

  private CleanText(Set<String> words) {
    this.words = words;
  }

  /**
   * Learns the words of a document, which tell whether a hyphen at a line end belongs to a word.
   */
  public static CleanText learning(Iterable<String> lines) {
    var words = new HashSet<String>();
    for (String line : lines) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        if (!word.hitEnd()) {
          words.add(word.group().toLowerCase(Locale.ROOT));
        }
      }
    }
    return new CleanText(words);
  }

  /**
   * Returns text without control characters other than line feed, form feed and tab, and with one
   * kind of line end; this is the text that is stored.
   */
  public static String storable(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < raw.length()
              && Character.isLowSurrogate(raw.charAt(i + 1));
      if (pair) {
        text.append(c).append(raw.charAt(++i));
      } else if (c == '\r') {
        if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
          text.append('\n');
        }
      } else if (c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        text.append('\n');
      } else if (c == '\n' || c == '\f' || c == '\t') {
        text.append(c);
      } else if (Character.isISOControl(c)) {
        text.append(' ');
      } else if (Character.isSurrogate(c)) {
        text.append('\uFFFD');
      } else if (c != '\uFEFF') {
        text.append(c);
      }
    }
    return text.toString();
  }

  /**
   * Returns stored text with spaces in place of characters that {@link TextPolicy} rejects; all
   * places in the text stay the same.
   */
  static String shown(String stored) {
    if (TextPolicy.MULTI_LINE.accepts(stored.replace('\f', '\n'))) {
      return stored;
    }
    StringBuilder text = new StringBuilder(stored.length());
    stored
        .codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              boolean kept = c == '\f' || TextPolicy.MULTI_LINE.accepts(character);
              text.append(kept ? character : " ".repeat(character.length()));
            });
    return text.toString();
  }

  /** Returns the text of one line: each run of white space one space, ligatures resolved. */
  public static String line(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isSpace(c)) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      } else if (c >= '\uFB00' && c <= '\uFB06') {
        text.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else {
        text.append(c);
      }
    }
    return Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC);
  }

  /** Joins the lines of one paragraph; a word cut at a line end becomes whole again. */
  public String join(List<String> lines) {
    var text = new StringBuilder();
    for (String raw : lines) {
      boolean soft = raw.stripTrailing().endsWith(String.valueOf(SOFT_HYPHEN));
      append(text, line(raw));
      if (soft) {
        text.append(SOFT_HYPHEN);
      }
    }
    return line(text.toString());
  }

  private void append(StringBuilder text, String line) {
    if (text.isEmpty() || line.isEmpty()) {
      text.append(line);
      return;
    }
    int last = text.length() - 1;
    char end = text.charAt(last);
    boolean cut =
        HYPHENS.indexOf(end) >= 0 && last > 0 && Character.isLetterOrDigit(text.charAt(last - 1));
    if (!cut) {
      text.append(' ').append(line);
      return;
    }
    if (end != SOFT_HYPHEN && SUSPENDED.matcher(line).matches()) {
      text.append(' ').append(line);
      return;
    }
    if (end == SOFT_HYPHEN || end == '\u00AC' || !keepsHyphen(text, line)) {
      text.setLength(last);
    }
    text.append(line);
  }

  private boolean keepsHyphen(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (!Character.isLetter(text.charAt(last - 1)) || !Character.isLowerCase(line.codePointAt(0))) {
      return true;
    }
    Matcher before = LAST_WORD.matcher(text.substring(Math.max(0, last - LAST_WORD_REACH), last));
    Matcher after = FIRST_WORD.matcher(line);
    if (!before.find() || !after.find()) {
      return false;
    }
    String first = before.group().toLowerCase(Locale.ROOT);
    String second = after.group().toLowerCase(Locale.ROOT);
    if (words.contains(first + "-" + second)) {
      return true;
    }
    return !words.contains(first + second)
        && (BEFORE_HYPHEN.matcher(first).matches() || AFTER_HYPHEN.matcher(line).matches());
  }

  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isInvisible(char c) {
    return c == SOFT_HYPHEN
        || c == '\uFEFF'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069');
  }
}
