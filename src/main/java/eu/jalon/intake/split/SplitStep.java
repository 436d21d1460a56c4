package eu.jalon.intake.split;

import eu.jalon.intake.document.Span;

/**
 * One step as the document words it, so that a reviewer sees the source beside the draft.
 *
 * @param position place in its theme, from 1
 * @param text the words of the step on one line
 * @param span where they stand in the document
 * @param list number of the list it stands in
 * @param leadIn the words that introduce its list, empty if there are none
 * @param owner what a table or a line below the step says of its owner, empty if nothing
 * @param due the same of its deadline
 */
public record SplitStep(
    int position, String text, Span span, int list, String leadIn, Cell owner, Cell due) {

  /** Some words beside a step and where they stand. */
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
