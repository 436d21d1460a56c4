package eu.jalon.reminder;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;

/** Until when the owners of an item are left alone. */
public final class Pause {

  /** A report pauses the reminders of its ministry for so many working days. */
  static final int REPORT_PAUSES = 5;

  private Pause() {}

  /** Whether somebody reported lately, or said that he is on it. */
  public static boolean covers(LocalDate day, OpenItem line, Pauses pauses, WorkingDays calendar) {
    return day.isBefore(pauses.until(line.item().id())) || reportedLately(day, line, calendar);
  }

  private static boolean reportedLately(LocalDate day, OpenItem line, WorkingDays calendar) {
    if (line.reportedAt() == null) {
      return false;
    }
    LocalDate reported = LocalDate.ofInstant(line.reportedAt(), BrusselsTime.ZONE);
    return day.isBefore(calendar.plus(reported, REPORT_PAUSES, line.item().ministry().country()));
  }
}
