package eu.jalon.intake.split;

import eu.jalon.intake.document.Span;

/**
 * A list of steps that was found.
 *
 * @param number from 1, in the order of the document
 * @param heading the words above it, empty if there are none
 * @param span from its heading to its last step
 * @param certainty whether it is one beyond doubt
 */
public record SplitList(int number, String heading, Span span, Certainty certainty) {

  /** How sure it is that a list is one of steps. */
  public enum Certainty {
    SURE,
    UNSURE
  }
}
