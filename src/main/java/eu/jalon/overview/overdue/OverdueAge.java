package eu.jalon.overview.overdue;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Age groups of overdue items. */
public enum OverdueAge {
  OVER_SIXTY(60, null),
  OVER_THIRTY(30, 60),
  OVER_FOURTEEN(14, 30),
  RECENT(0, 14);

  private final int over;
  private final @Nullable Integer until;

  /**
   * Defines a range in calendar days.
   *
   * @param over the exclusive lower bound
   * @param until the inclusive upper bound; absent for the oldest
   */
  OverdueAge(int over, @Nullable Integer until) {
    this.over = over;
    this.until = until;
  }

  public static OverdueAge of(int overdueDays) {
    return Arrays.stream(values()).filter(age -> overdueDays > age.over).findFirst().orElse(RECENT);
  }

  /** Returns the day before which items of this age or older are due. */
  LocalDate dueBefore(LocalDate today) {
    return today.minusDays(over);
  }

  /** Returns the first due date of this age; absent for the oldest. */
  @Nullable LocalDate dueFrom(LocalDate today) {
    return until == null ? null : today.minusDays(until);
  }
}
