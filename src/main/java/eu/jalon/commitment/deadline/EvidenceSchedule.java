package eu.jalon.commitment.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The intervals at which a standing cooperation must provide evidence: of equal length, counted
 * from the day it was entered; the last one ends on the due date. A rule with a period of an event
 * has two: until the event begins, and until it ends.
 *
 * @param from the day the commitment was entered
 * @param dueOn its due date, absent while its summit has no date; the intervals then have no end
 */
public record EvidenceSchedule(LocalDate from, DeadlineRule rule, @Nullable LocalDate dueOn) {

  /** The interval if the deadline rule has none. */
  static final Period DEFAULT_INTERVAL = Period.ofMonths(6);

  /** Returns the schedule of a commitment; it ends at the summit if the due date is later. */
  public static EvidenceSchedule of(
      LocalDate from, DeadlineRule rule, @Nullable LocalDate dueOn, @Nullable LocalDate summit) {
    boolean before = dueOn == null || summit == null || dueOn.isBefore(summit);
    return new EvidenceSchedule(from, rule, before ? dueOn : summit);
  }

  /**
   * Returns the last day of the interval that contains a day; an end day belongs to the interval it
   * ends.
   */
  public LocalDate endOf(LocalDate day) {
    return lastDay().filter(due -> due.isBefore(boundary(day))).orElseGet(() -> boundary(day));
  }

  /**
   * Returns whether another interval begins on a day, which is so until the due date has passed.
   */
  public boolean hasIntervalOn(LocalDate day) {
    return lastDay().map(due -> !day.isAfter(due)).orElse(true);
  }

  private LocalDate boundary(LocalDate day) {
    if (rule instanceof DeadlineRule.Window window) {
      if (!day.isAfter(window.from())) {
        return window.from();
      }
      if (rule.interval().isEmpty()) {
        return window.to();
      }
    }
    Period interval = rule.interval().orElse(DEFAULT_INTERVAL);
    LocalDate end = from.plus(interval);
    for (int n = 2; end.isBefore(day); n++) {
      end = from.plus(interval.multipliedBy(n));
    }
    return end;
  }

  private Optional<LocalDate> lastDay() {
    return Optional.ofNullable(dueOn);
  }
}
