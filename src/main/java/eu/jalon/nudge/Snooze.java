package eu.jalon.nudge;

import eu.jalon.directory.WorkingDays;
import eu.jalon.register.SheetLine;
import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;

/** Until when the owners of an item are left alone. */
final class Snooze {

  /** A report pauses the reminders of its ministry for so many working days. */
  static final int REPORT_PAUSES = 5;

  private Snooze() {}

  /** Whether somebody reported lately, or said that he is on it. */
  static boolean covers(LocalDate day, SheetLine line, Pauses pauses, WorkingDays calendar) {
    return day.isBefore(pauses.until(line.item().id())) || reportedLately(day, line, calendar);
  }

  private static boolean reportedLately(LocalDate day, SheetLine line, WorkingDays calendar) {
    if (line.reportedAt() == null) {
      return false;
    }
    LocalDate reported = LocalDate.ofInstant(line.reportedAt(), BrusselsTime.ZONE);
    return day.isBefore(calendar.plus(reported, REPORT_PAUSES, line.item().ministry().country()));
  }
}
