package eu.jalon.intake.split;

import eu.jalon.intake.document.Span;

/**
 * One step as the document words it, so that a reviewer sees the source beside the draft.
 *
 * @param position place in its theme, from 1
 * @param text the words of the step on one line
 * @param span their place in the document
 * @param list number of the list that contains it
 * @param leadIn the words that introduce its list, empty if there are none
 * @param owner the owner stated in a table or on a line below the step, empty if none
 * @param due the same of its deadline
 */
public record SplitStep(
    int position, String text, Span span, int list, String leadIn, Cell owner, Cell due) {

  /** Some words that belong to a step, with their place. */
  public record Cell(String text, Span span) {

    /** No words. */
    public static final Cell NONE = new Cell("", Span.NONE);
  }

  public SplitStep {
    if (position < 1) {
      throw new IllegalArgumentException("position must be 1 or more, but is " + position);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of step " + position + " must not be blank");
    }
  }
}
