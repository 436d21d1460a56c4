package eu.jalon.pages.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Days along a line, in true proportion.
 *
 * @param start where the first day is, in hundredths of the picture's width
 * @param end where the last day is
 */
public record TimeScale(LocalDate from, LocalDate to, double start, double end) {

  /** A scale over the whole width; a single day is at its end. */
  public static TimeScale over(LocalDate from, LocalDate to) {
    return new TimeScale(from, to, from.equals(to) ? 100 : 0, 100);
  }

  /** Where a day is, in hundredths of the width; a day outside is at the nearer end. */
  public double place(LocalDate day) {
    double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
    double part = Math.min(1, Math.max(0, ChronoUnit.DAYS.between(from, day) / whole));
    return start + part * (end - start);
  }

  /** Where a day is, as a percentage for SVG. */
  public String percent(LocalDate day) {
    return String.format(Locale.ROOT, "%.2f%%", place(day));
  }
}
