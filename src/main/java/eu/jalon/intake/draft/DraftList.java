package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.SplitList.Certainty;

/**
 * A list of steps that was found in a document.
 *
 * @param counts whether its steps are taken; those of a list that does not count are left out
 */
public record DraftList(
    int number, String heading, Certainty certainty, boolean counts, Span span) {

  /** Whether it is perhaps no list of steps. */
  public boolean isUnsure() {
    return certainty == Certainty.UNSURE;
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
