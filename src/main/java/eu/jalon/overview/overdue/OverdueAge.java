package eu.jalon.overview.overdue;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long something has been overdue, in the steps that lead to other measures. */
public enum OverdueAge {
  OVER_SIXTY(60, null),
  OVER_THIRTY(30, 60),
  OVER_FOURTEEN(14, 30),
  RECENT(0, 14);

  private final int over;
  private final @Nullable Integer until;

  /** In calendar days: more than the first, the second at most. */
  OverdueAge(int over, @Nullable Integer until) {
    this.over = over;
    this.until = until;
  }

  public static OverdueAge of(int overdueDays) {
    return Arrays.stream(values()).filter(age -> overdueDays > age.over).findFirst().orElse(RECENT);
  }

  /** What is due before this day is at least of this age. */
  LocalDate dueBefore(LocalDate today) {
    return today.minusDays(over);
  }

  /** What is due on this day or later is not yet of the next age; absent for the oldest. */
  @Nullable LocalDate dueFrom(LocalDate today) {
    return until == null ? null : today.minusDays(until);
  }
}
