package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;

/**
 * A block of a document as its reader found it.
 *
 * @param n its number in the document, from 0
 * @param page its page, from 1; 0 where the format has none
 * @param row its row in a table, from 1; 0 outside tables
 */
public record SourceBlock(int n, Kind kind, Span span, int page, int row) {

  /** What a block is to its reader. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    FURNITURE
  }

  /** Offset of its first character in the document. */
  public int start() {
    return span.start();
  }

  /** Offset after its last character in the document. */
  public int end() {
    return span.end();
  }
}
