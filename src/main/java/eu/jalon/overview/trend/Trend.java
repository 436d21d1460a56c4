package eu.jalon.overview.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of open, fulfilled and overdue commitments over time, at regular intervals and on the
 * last day.
 *
 * <p>A commitment counts from the day of its meeting, a carried-over one from the day it was
 * entered again. It is fulfilled from the day it was closed, and overdue while it is open after the
 * due date that applied at the time. Commitments fulfilled before the first day do not count;
 * withdrawn and carried-over ones stop counting on that day. Changes of due dates before a
 * commitment was entered are not recorded.
 */
public record Trend(List<Point> points) {

  /** The numbers on a day. */
  public record Point(LocalDate day, int open, int fulfilled, int overdue) {}

  /** The changes of the numbers on a day. */
  public record Delta(LocalDate day, int open, int fulfilled, int overdue) {

    Delta plus(Delta other) {
      return new Delta(
          day, open + other.open, fulfilled + other.fulfilled, overdue + other.overdue);
    }
  }

  private static final int MAX_INTERVALS = 60;

  public Trend {
    points = List.copyOf(points);
  }

  /**
   * Accumulates the changes into points at intervals of whole weeks, at most {@value
   * #MAX_INTERVALS} intervals.
   */
  public static Trend of(LocalDate from, LocalDate to, List<Delta> deltas) {
    List<Point> points = new ArrayList<>();
    for (LocalDate day : days(from, to)) {
      Delta sum =
          deltas.stream()
              .filter(delta -> !delta.day().isAfter(day))
              .reduce(new Delta(day, 0, 0, 0), Delta::plus);
      points.add(new Point(day, sum.open(), sum.fulfilled(), sum.overdue()));
    }
    return new Trend(points);
  }

  private static List<LocalDate> days(LocalDate from, LocalDate to) {
    long weeks = (ChronoUnit.DAYS.between(from, to) + 6) / 7;
    long step = Math.max(1, (weeks + MAX_INTERVALS - 1) / MAX_INTERVALS);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusWeeks(step)) {
      days.add(day);
    }
    days.add(to);
    return days;
  }

  /** Returns the same trend with the last day changed by the difference of two counts. */
  public Trend movedBy(Point before, Point after) {
    Point last = last();
    List<Point> moved = new ArrayList<>(points.subList(0, points.size() - 1));
    moved.add(
        new Point(
            last.day(),
            last.open() + after.open() - before.open(),
            last.fulfilled() + after.fulfilled() - before.fulfilled(),
            last.overdue() + after.overdue() - before.overdue()));
    return new Trend(moved);
  }

  /** Returns the numbers on the last day. */
  public Point last() {
    return points.get(points.size() - 1);
  }
}
