package eu.jalon.reminder;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;

/** Decides whether the reminders of an item to its owners are paused. */
public final class Pause {

  /** A progress report pauses reminders for this many working days of the ministry's party. */
  static final int DAYS_AFTER_REPORT = 5;

  private Pause() {}

  /** Whether the owners paused the item, or reported on it within the last working days. */
  public static boolean isActive(
      LocalDate day, OpenItem item, Pauses pauses, WorkingDays calendar) {
    return day.isBefore(pauses.until(item.item().id())) || hasRecentReport(day, item, calendar);
  }

  private static boolean hasRecentReport(LocalDate day, OpenItem item, WorkingDays calendar) {
    if (item.reportedAt() == null) {
      return false;
    }
    PartyCode party = item.item().ministry().party();
    LocalDate reported = calendar.day(item.reportedAt(), party);
    return day.isBefore(calendar.plus(reported, DAYS_AFTER_REPORT, party));
  }
}
