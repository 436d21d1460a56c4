package eu.jalon.intake.document;

/**
 * A stretch of the document's text.
 *
 * @param start offset of its first character
 * @param end offset after its last character; equal to the start where the document has no such
 *     words
 */
public record Span(int start, int end) {

  /** The place of text that is not in the document. */
  public static final Span NONE = new Span(0, 0);

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** The smallest span that holds both. */
  public Span with(Span other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty()
        ? this
        : new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /**
   * The part of this span that contains some characters of its cleaned text. White space, hyphens
   * and bullets were changed when the text was cleaned, so that only letters and digits are
   * counted.
   *
   * @param source the whole text of the document
   * @param text the cleaned text of this span
   * @param from first character of the cleaned text
   * @param to character after the last one
   */
  public Span part(String source, String text, int from, int to) {
    int leading = letters(source.substring(start, end)) - letters(text);
    int first = Math.max(0, leading) + letters(text.substring(0, from));
    int count = letters(text.substring(from, to));
    if (count == 0 || isEmpty()) {
      return this;
    }
    int at = start;
    int seen = 0;
    int partStart = -1;
    while (at < end) {
      if (Character.isLetterOrDigit(source.charAt(at))) {
        if (seen == first) {
          partStart = at;
        }
        seen++;
        if (seen == first + count) {
          return new Span(partStart < 0 ? start : partStart, at + 1);
        }
      }
      at++;
    }
    return new Span(partStart < 0 ? start : partStart, end);
  }

  private static int letters(String text) {
    return (int) text.chars().filter(Character::isLetterOrDigit).count();
  }
}
