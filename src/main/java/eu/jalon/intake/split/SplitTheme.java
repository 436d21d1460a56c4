package eu.jalon.intake.split;

import eu.jalon.intake.document.Span;
import java.util.List;

/** One section of a document with steps, its look back kept apart from its steps. */
public record SplitTheme(
    int number, String title, String evaluation, List<SplitStep> steps, Span span) {

  /**
   * Checks the theme.
   *
   * @param number printed number, or the one its order gives it, from 1
   * @param title heading on one line; empty if the document gives none
   * @param evaluation the look back, paragraphs separated by an empty line; empty if there is none
   * @param steps steps in their order, numbered from 1 without gaps; may be empty
   * @param span the place of the heading
   * @throws IllegalArgumentException if the number is below 1 or the positions have gaps
   */
  public SplitTheme {
    if (number < 1) {
      throw new IllegalArgumentException("number must be 1 or more, but is " + number);
    }
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).position() != i + 1) {
        throw new IllegalArgumentException(
            "steps of theme "
                + number
                + " must count from 1 without gaps, but step "
                + (i + 1)
                + " has position "
                + steps.get(i).position());
      }
    }
  }
}
