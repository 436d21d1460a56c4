package eu.jalon.intake.propose;

import eu.jalon.commitment.deadline.DeadlineRule;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that the words of a step state.
 *
 * @param date the day, null for one that hangs on the next meeting or only recurs
 * @param interval how often the work recurs, null if not stated
 * @param start offset of the words in the text they were read from
 * @param end offset after them
 */
public record StatedDeadline(
    @Nullable LocalDate date, @Nullable Period interval, int start, int end) {

  /** The equivalent deadline rule of the register; the next meeting is its own last day. */
  public DeadlineRule rule() {
    String base = date == null ? "S-0" : date.toString();
    return DeadlineRule.parse(interval == null ? base : base + "/" + interval);
  }
}
