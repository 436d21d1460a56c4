package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Which characters a text may hold, by Unicode general category; the one rule for every input.
 *
 * <ul>
 *   <li>Texts are kept in normalization form C (UAX 15), without white space at their ends; a tab
 *       becomes a space.
 *   <li>Emails, marks, numbers, punctuation, symbols and spaces are allowed.
 *   <li>Line breaks of all forms become a line feed in a text of several lines and are refused in a
 *       text of one line.
 *   <li>Characters without a visible form that come with pasted text are removed: soft hyphen, zero
 *       width characters, byte order mark, directional marks, variation selectors, fillers, the
 *       object replacement character. Stored texts, search and comparison therefore never see them.
 *   <li>A zero width joiner between two pictographs stays, and so does variation selector 15 or 16
 *       after a pictograph, a digit, {@code #} or {@code *}: emoji sequences (UTS 51). Code points
 *       U+1F000 to U+1FAFF count as pictographs even where this Java does not know them yet.
 *   <li>All else is refused: control characters, directional embeddings, overrides and isolates,
 *       tag characters, other format characters, private use, unpaired surrogates, noncharacters
 *       and unassigned code points.
 * </ul>
 *
 * <p>Lengths are counted in code points of the text as it is kept.
 */
public enum TextPolicy {
  /** Names, titles, places, file names, queries. */
  SINGLE_LINE,

  /** Reasons, reports, questions, summaries. */
  MULTI_LINE;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final char REPLACEMENT = '\uFFFD';
  private static final int NONE = -1;
  private static final int JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;

  private enum Verdict {
    KEEP,
    REMOVE,
    REFUSE
  }

  /** What becomes of a character that the policy refuses. */
  private interface Refused {

    /** Appends what stands for it, if anything. */
    void at(int codePoint, StringBuilder kept);
  }

  /**
   * The text as it is kept.
   *
   * @param field the name of the input, for the validation error
   * @throws ValidationError naming the first character that is not allowed
   */
  public String checked(String field, String text) {
    return applied(
        text.strip(),
        (codePoint, kept) -> {
          throw codePoint == '\n'
              ? ValidationError.invalid("form.lineBreak", field)
              : ValidationError.invalid("form.control", field, "U+%04X".formatted(codePoint));
        });
  }

  /**
   * The text as it is kept.
   *
   * @param longest in code points
   * @throws ValidationError naming the first character that is not allowed, or both lengths
   */
  public String checked(String field, String text, int longest) {
    String checked = checked(field, text);
    int length = length(checked);
    if (length > longest) {
      throw ValidationError.invalid("form.tooLong", field, length, longest);
    }
    return checked;
  }

  /** Whether {@link #checked} takes the text. */
  public boolean accepts(String text) {
    boolean[] refused = new boolean[1];
    applied(text.strip(), (codePoint, kept) -> refused[0] = true);
    return !refused[0];
  }

  /**
   * The text as it is kept, with a replacement for each run of characters that are not allowed: for
   * texts that users did not type, such as documents.
   */
  public String cleaned(String text, String replacement) {
    return applied(
        text,
        (codePoint, kept) -> {
          if (!endsWith(kept, replacement)) {
            kept.append(replacement);
          }
        });
  }

  /**
   * The text on one line with U+FFFD for each character that the policy would remove or refuse: for
   * logs, which must not hide what they were given.
   */
  public static String revealed(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int previous = NONE;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < text.length() ? text.codePointAt(i) : NONE;
      boolean visible =
          codePoint != '\t' && SINGLE_LINE.verdict(codePoint, previous, next) == Verdict.KEEP;
      previous = visible ? codePoint : REPLACEMENT;
      shown.appendCodePoint(previous);
    }
    return shown.toString();
  }

  /** The length of a text in code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private String applied(String text, Refused refused) {
    if (isPlain(text)) {
      return text.strip();
    }
    String normal =
        LINE_BREAK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\n");
    StringBuilder kept = new StringBuilder(normal.length());
    int previous = NONE;
    for (int i = 0; i < normal.length(); ) {
      int codePoint = normal.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < normal.length() ? normal.codePointAt(i) : NONE;
      switch (verdict(codePoint, previous, next)) {
        case KEEP -> {
          previous = codePoint == '\t' ? ' ' : codePoint;
          kept.appendCodePoint(previous);
        }
        case REFUSE -> {
          refused.at(codePoint, kept);
          previous = NONE;
        }
        case REMOVE -> {
          // the characters before and after it become neighbours
        }
      }
    }
    return stripped(Normalizer.normalize(kept, Normalizer.Form.NFC));
  }

  /** Whether a text holds nothing but visible Latin emails, signs and spaces: most texts. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c <= '~';
      boolean latin = c > '\u00A0' && c < '\u0300' && c != '\u00AD';
      if (!ascii && !latin) {
        return false;
      }
    }
    return true;
  }

  private Verdict verdict(int codePoint, int previous, int next) {
    if (codePoint == '\n') {
      return this == MULTI_LINE ? Verdict.KEEP : Verdict.REFUSE;
    }
    if (codePoint == '\t') {
      return Verdict.KEEP;
    }
    if (codePoint == JOINER) {
      boolean joins = isPictograph(next) && (isPictograph(previous) || previous == EMOJI_STYLE);
      return joins ? Verdict.KEEP : Verdict.REMOVE;
    }
    if (codePoint == TEXT_STYLE || codePoint == EMOJI_STYLE) {
      return takesStyle(previous) ? Verdict.KEEP : Verdict.REMOVE;
    }
    if (isRemoved(codePoint)) {
      return Verdict.REMOVE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          Verdict.REFUSE;
      case Character.UNASSIGNED ->
          isBetween(codePoint, 0x1F000, 0x1FAFF) ? Verdict.KEEP : Verdict.REFUSE;
      default -> Verdict.KEEP;
    };
  }

  /** Characters without a visible form (default ignorable, UAX 44) that carry no meaning here. */
  private static boolean isRemoved(int codePoint) {
    return switch (codePoint) {
      case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0, 0xFFFC ->
          true;
      default ->
          isBetween(codePoint, 0x180B, 0x180F)
              || isBetween(codePoint, 0x200B, 0x200F)
              || isBetween(codePoint, 0x2060, 0x2064)
              || isBetween(codePoint, 0xFE00, 0xFE0F)
              || isBetween(codePoint, 0xE0100, 0xE01EF);
    };
  }

  private static boolean takesStyle(int codePoint) {
    return isPictograph(codePoint)
        || isBetween(codePoint, '0', '9')
        || codePoint == '#'
        || codePoint == '*';
  }

  private static boolean isPictograph(int codePoint) {
    return switch (codePoint) {
      case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x3030, 0x303D, 0x3297, 0x3299 -> true;
      default -> isBetween(codePoint, 0x2190, 0x2BFF) || isBetween(codePoint, 0x1F000, 0x1FAFF);
    };
  }

  private static boolean isBetween(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }

  private static boolean endsWith(StringBuilder text, String end) {
    return text.length() >= end.length()
        && text.substring(text.length() - end.length()).equals(end)
        && !text.isEmpty();
  }

  /** Without white space at the ends, no-break spaces included. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
