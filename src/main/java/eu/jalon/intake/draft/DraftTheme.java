package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;

/** One theme of a declaration under review: its heading, its review of the past, its steps. */
public record DraftTheme(int number, String title, String evaluation, int steps, Span span) {

  /** Offset of the first character of its heading in the document. */
  public int start() {
    return span.start();
  }

  /** Offset after the heading; equal to the start where the document has none. */
  public int end() {
    return span.end();
  }
}
