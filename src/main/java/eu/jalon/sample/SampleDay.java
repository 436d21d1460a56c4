package eu.jalon.sample;

import eu.jalon.directory.calendar.WorkingDays;
import java.time.LocalDate;

/**
 * Reads the days of the sample file: a date, a month for its first day, or {@code start-24}, days
 * relative to the first start of the application.
 */
final class SampleDay {

  private static final String START = "start";
  private static final int MONTH_LENGTH = "2017-01".length();

  private final LocalDate start;
  private final WorkingDays calendar;

  SampleDay(LocalDate start, WorkingDays calendar) {
    this.start = start;
    this.calendar = calendar;
  }

  static boolean isMonth(String text) {
    return text.length() == MONTH_LENGTH;
  }

  static boolean isRelative(String text) {
    return text.startsWith(START);
  }

  LocalDate start() {
    return start;
  }

  /** Returns the day itself. */
  LocalDate of(String text) {
    if (isRelative(text)) {
      String days = text.substring(START.length());
      return days.isEmpty() ? start : start.plusDays(Integer.parseInt(days));
    }
    return LocalDate.parse(isMonth(text) ? text + "-01" : text);
  }

  /** Returns the day, or the last one before it on which no party is off. */
  LocalDate working(String text) {
    LocalDate day = of(text);
    while (!calendar.off(day).isEmpty()) {
      day = day.minusDays(1);
    }
    return day;
  }
}
