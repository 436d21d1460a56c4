package eu.jalon.intake.split;

/** One step as the declaration words it, so that a reviewer sees the source beside the draft. */
public record SplitStep(int position, String text) {

  /**
   * Checks the step.
   *
   * @param position place in the theme's list, from 1
   * @param text the words of the step on one line
   * @throws IllegalArgumentException if the position is below 1 or the text is blank
   */
  public SplitStep {
    if (position < 1) {
      throw new IllegalArgumentException("position must be 1 or more, but is " + position);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of step " + position + " must not be blank");
    }
  }
}
