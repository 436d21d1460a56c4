package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;

/**
 * One theme of a declaration under review: its heading, its review of the past, its steps.
 *
 * @param restricted whether its drafts are restricted unless they say otherwise
 */
public record DraftTheme(
    int number, String title, String evaluation, int steps, Span span, boolean restricted) {

  /** The theme under another number. */
  public DraftTheme numbered(int other) {
    return new DraftTheme(other, title, evaluation, steps, span, restricted);
  }

  /** The theme with another title. */
  public DraftTheme titled(String other) {
    return new DraftTheme(number, other, evaluation, steps, span, restricted);
  }

  /** The theme with another review of the past. */
  public DraftTheme evaluated(String other) {
    return new DraftTheme(number, title, other, steps, span, restricted);
  }

  /** Offset of the first character of its heading in the document. */
  public int start() {
    return span.start();
  }

  /** Offset after the heading; equal to the start where the document has none. */
  public int end() {
    return span.end();
  }
}
