package eu.jalon.shared.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Normalizes texts for comparison and search: lower case, without accents and invisible characters,
 * ligatures expanded, one form of apostrophe and quotation mark.
 */
public final class Folding {

  /** Combining marks, and the joiners, which mean nothing once the marks are gone. */
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u200C\\u200D]+");

  private static final Pattern QUOTATION_MARKS = Pattern.compile("[“”„«»]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private Folding() {}

  /**
   * Returns the folded text without white space at its ends; line breaks become line feeds,
   * rejected characters become spaces.
   */
  public static String fold(String text) {
    if (text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'))) {
      return text.toLowerCase(Locale.ROOT).strip();
    }
    String compatible =
        Normalizer.normalize(TextPolicy.MULTI_LINE.cleaned(text, " "), Normalizer.Form.NFKC);
    String lower = StringUtils.stripAccents(compatible).toLowerCase(Locale.ROOT);
    String letters =
        MARKS
            .matcher(lower)
            .replaceAll("")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace('ø', 'o')
            .replace('’', '\'');
    return QUOTATION_MARKS.matcher(letters).replaceAll("\"").strip();
  }

  /**
   * Returns whether two names or titles are equal when folded, with runs of white space treated as
   * one space.
   */
  public static boolean isSame(String first, String second) {
    return comparable(first).equals(comparable(second));
  }

  private static String comparable(String text) {
    return BLANKS.matcher(fold(text)).replaceAll(" ").strip();
  }
}
