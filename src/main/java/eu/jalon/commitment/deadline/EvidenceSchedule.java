package eu.jalon.commitment.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The intervals in which a standing cooperation shows that it lives: of one length, counted from
 * the day it was entered, the last one ending on the due date. A window has two: until the event
 * begins, and until it is over.
 *
 * @param from the day the commitment was entered
 * @param dueOn its due date, absent while its summit has no date; the intervals then go on
 */
public record EvidenceSchedule(LocalDate from, DeadlineRule rule, @Nullable LocalDate dueOn) {

  /** What an interval lasts where the deadline rule says nothing. */
  static final Period DEFAULT_INTERVAL = Period.ofMonths(6);

  /** The schedule of a commitment, which no summit that is to come cuts across. */
  public static EvidenceSchedule of(
      LocalDate from, DeadlineRule rule, @Nullable LocalDate dueOn, @Nullable LocalDate summit) {
    boolean before = dueOn == null || summit == null || dueOn.isBefore(summit);
    return new EvidenceSchedule(from, rule, before ? dueOn : summit);
  }

  /** The last day of the interval that a day lies in; a boundary is in the interval it ends. */
  public LocalDate endOf(LocalDate day) {
    return until().filter(due -> due.isBefore(boundary(day))).orElseGet(() -> boundary(day));
  }

  /** Whether an interval begins on a day, because the due date has not come. */
  public boolean anotherOn(LocalDate day) {
    return until().map(due -> !day.isAfter(due)).orElse(true);
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

  private Optional<LocalDate> until() {
    return Optional.ofNullable(dueOn);
  }
}
