package eu.jalon.shared.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Texts as they are compared and searched: lower case, without accents and invisible characters,
 * with ligatures written out and one form of apostrophe and quotation mark.
 */
public final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern QUOTATION_MARKS = Pattern.compile("[“”„«»]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private Folding() {}

  /**
   * The folded text without white space at its ends; line breaks become line feeds, characters that
   * no text may hold spaces.
   */
  public static String fold(String text) {
    String compatible =
        Normalizer.normalize(TextPolicy.MULTI_LINE.cleaned(text, " "), Normalizer.Form.NFKC);
    String lower = StringUtils.stripAccents(compatible).toLowerCase(Locale.ROOT);
    String emails =
        MARKS
            .matcher(lower)
            .replaceAll("")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace("ß", "ss")
            .replace('ø', 'o')
            .replace('’', '\'');
    return QUOTATION_MARKS.matcher(emails).replaceAll("\"").strip();
  }

  /** Whether two names or titles read alike: equal when folded, with any white space as one. */
  public static boolean isSame(String one, String other) {
    return comparable(one).equals(comparable(other));
  }

  private static String comparable(String text) {
    return BLANKS.matcher(fold(text)).replaceAll(" ").strip();
  }
}
