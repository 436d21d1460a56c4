package eu.jalon.intake.document.line;

/**
 * A line that carries text.
 *
 * @param raw the unchanged line
 * @param start offset of its first character in the text
 * @param end offset after its last character
 * @param page the page, or 0
 * @param indent where the line begins, in the unit of {@code charWidth}
 * @param right where the line ends
 * @param limit where the lines of this column end at most
 * @param charWidth the width of an average character; 1 in plain text
 * @param apart whether an empty line or a larger gap precedes it
 * @param bold whether all of it is bold
 * @param size the size of its type, or 0 where unknown
 */
public record TextLine(
    String raw,
    int start,
    int end,
    int page,
    double indent,
    double right,
    double limit,
    double charWidth,
    boolean apart,
    boolean bold,
    double size) {

  /** The same line after a gap. */
  public TextLine setApart() {
    return new TextLine(raw, start, end, page, indent, right, limit, charWidth, true, bold, size);
  }

  /** Tells whether the first word of the next line had no more room on this line. */
  boolean isFullBefore(String next) {
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return right + (word + 1) * charWidth > limit;
  }
}
