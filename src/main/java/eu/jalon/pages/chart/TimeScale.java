package eu.jalon.pages.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Maps days to positions on a line, proportionally.
 *
 * @param start position of the first day, in hundredths of the picture's width
 * @param end position of the last day
 */
public record TimeScale(LocalDate from, LocalDate to, double start, double end) {

  /** A scale over the whole width; a single day is at its end. */
  public static TimeScale over(LocalDate from, LocalDate to) {
    return new TimeScale(from, to, from.equals(to) ? 100 : 0, 100);
  }

  /**
   * The position of a day in hundredths of the width; days outside the range are at the nearer end.
   */
  public double place(LocalDate day) {
    double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
    double part = Math.min(1, Math.max(0, ChronoUnit.DAYS.between(from, day) / whole));
    return start + part * (end - start);
  }

  /** The position of a day as a percentage for SVG. */
  public String percent(LocalDate day) {
    return SvgNumber.of(place(day), 2) + "%";
  }
}
