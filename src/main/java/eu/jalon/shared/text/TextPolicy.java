package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Defines by Unicode general category which characters a text may contain; used for every input.
 *
 * <ul>
 *   <li>Texts are stored in normalization form C (UAX 15), without white space at their ends; a tab
 *       becomes a space.
 *   <li>Letters, marks, numbers, punctuation, symbols and spaces are allowed.
 *   <li>Line breaks of all forms become a line feed in a multi-line text and are rejected in a
 *       single-line text.
 *   <li>Characters without a visible form that come with pasted text are removed: soft hyphen, zero
 *       width characters, byte order mark, directional marks, variation selectors, fillers, the
 *       object replacement character. Stored texts, search and comparison therefore never contain
 *       them.
 *   <li>A zero width joiner between two pictographs stays, and so does variation selector 15 or 16
 *       after a pictograph, a digit, {@code #} or {@code *}: emoji sequences (UTS 51). Code points
 *       U+1F000 to U+1FAFF count as pictographs even if this Java version does not assign them yet.
 *   <li>All others are rejected: control characters, directional embeddings, overrides and
 *       isolates, tag characters, other format characters, private use, unpaired surrogates,
 *       noncharacters and unassigned code points.
 * </ul>
 *
 * <p>Lengths are counted in code points of the normalized text.
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

  private enum Treatment {
    KEEP,
    REMOVE,
    REJECT
  }

  /** Handles a character that the policy rejects. */
  private interface RejectedCharacterHandler {

    /** Throws an error or appends a replacement. */
    void handle(int codePoint, StringBuilder output);
  }

  /**
   * Returns the normalized text.
   *
   * @param field the name of the input, for the validation error
   * @throws ValidationError naming the first character that is not allowed
   */
  public String checked(String field, String text) {
    return applied(
        text.strip(),
        (codePoint, kept) -> {
          throw codePoint == '\n'
              ? ValidationError.ofField("form.lineBreak", field)
              : ValidationError.ofField("form.control", field, "U+%04X".formatted(codePoint));
        });
  }

  /**
   * Returns the normalized text.
   *
   * @param longest maximum length in code points
   * @throws ValidationError naming the first character that is not allowed, or both lengths
   */
  public String checked(String field, String text, int longest) {
    String checked = checked(field, text);
    int length = length(checked);
    if (length > longest) {
      throw ValidationError.ofField("form.tooLong", field, length, longest);
    }
    return checked;
  }

  /** Returns whether {@link #checked} accepts the text. */
  public boolean accepts(String text) {
    boolean[] rejected = new boolean[1];
    applied(text.strip(), (codePoint, kept) -> rejected[0] = true);
    return !rejected[0];
  }

  /**
   * Returns the normalized text with a replacement for each run of characters that are not allowed;
   * for texts that users did not type, such as documents.
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
   * Returns the text on one line with U+FFFD for each character that the policy would remove or
   * reject, so that log entries reveal hidden characters.
   */
  public static String revealed(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int previous = NONE;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < text.length() ? text.codePointAt(i) : NONE;
      boolean visible =
          codePoint != '\t' && SINGLE_LINE.treatment(codePoint, previous, next) == Treatment.KEEP;
      previous = visible ? codePoint : REPLACEMENT;
      shown.appendCodePoint(previous);
    }
    return shown.toString();
  }

  /** Returns the length of a text in code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private String applied(String text, RejectedCharacterHandler rejected) {
    if (isPlain(text)) {
      return stripped(text);
    }
    String normal =
        LINE_BREAK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\n");
    StringBuilder kept = new StringBuilder(normal.length());
    int previous = NONE;
    for (int i = 0; i < normal.length(); ) {
      int codePoint = normal.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < normal.length() ? normal.codePointAt(i) : NONE;
      switch (treatment(codePoint, previous, next)) {
        case KEEP -> {
          previous = codePoint == '\t' ? ' ' : codePoint;
          kept.appendCodePoint(previous);
        }
        case REJECT -> {
          rejected.handle(codePoint, kept);
          previous = NONE;
        }
        case REMOVE -> {
          // the characters before and after it become neighbours
        }
      }
    }
    return stripped(Normalizer.normalize(kept, Normalizer.Form.NFC));
  }

  /**
   * Returns whether a text has only visible Latin letters, signs, spaces and, in several lines,
   * line feeds: these are kept as they are, and most texts have nothing else.
   */
  private boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c <= '~';
      boolean latin = c >= '\u00A0' && c < '\u0300' && c != '\u00AD';
      boolean punctuation = (c >= '\u2010' && c <= '\u2027') || c == '\u202F';
      if (!ascii && !latin && !punctuation && (c != '\n' || this == SINGLE_LINE)) {
        return false;
      }
    }
    return true;
  }

  private Treatment treatment(int codePoint, int previous, int next) {
    if (codePoint == '\n') {
      return this == MULTI_LINE ? Treatment.KEEP : Treatment.REJECT;
    }
    if (codePoint == '\t') {
      return Treatment.KEEP;
    }
    if (codePoint == JOINER) {
      boolean joins = isPictograph(next) && (isPictograph(previous) || previous == EMOJI_STYLE);
      return joins ? Treatment.KEEP : Treatment.REMOVE;
    }
    if (codePoint == TEXT_STYLE || codePoint == EMOJI_STYLE) {
      return takesStyle(previous) ? Treatment.KEEP : Treatment.REMOVE;
    }
    if (isRemoved(codePoint)) {
      return Treatment.REMOVE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          Treatment.REJECT;
      case Character.UNASSIGNED ->
          isBetween(codePoint, 0x1F000, 0x1FAFF) ? Treatment.KEEP : Treatment.REJECT;
      default -> Treatment.KEEP;
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

  /** Removes white space at the ends, including no-break spaces. */
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
