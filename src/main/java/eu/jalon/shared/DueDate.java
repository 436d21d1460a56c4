package eu.jalon.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last day on which an item is not overdue; it ends at midnight, Europe/Brussels.
 *
 * <p>Years outside 2000 to 2099 are rejected as typing errors.
 */
public record DueDate(LocalDate day) implements Comparable<DueDate> {

  public DueDate {
    if (day.getYear() < 2000 || day.getYear() > 2099) {
      throw ValidationError.invalid("date.year", day);
    }
  }

  /** Returns the calendar days from this date to the given day; 0 while it is not overdue. */
  public int overdueDays(LocalDate today) {
    return Math.max(0, -daysLeft(today));
  }

  /** Returns the calendar days left until this date; negative once it is overdue. */
  public int daysLeft(LocalDate today) {
    return (int) ChronoUnit.DAYS.between(today, day);
  }

  @Override
  public int compareTo(DueDate other) {
    return day.compareTo(other.day);
  }

  @Override
  public String toString() {
    return day.toString();
  }
}
