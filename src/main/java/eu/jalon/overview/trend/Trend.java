package eu.jalon.overview.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How commitments went from one day to another, at a few days in equal distance and at the last.
 *
 * <p>What is known: a commitment counts from the day of the meeting that decided it, one that was
 * carried over from the day it was entered again; it is fulfilled from the day it was closed as
 * such; and it is overdue while it is open and the due date that was on record at the time has
 * passed. What was fulfilled before the first day does not count, and what was withdrawn or carried
 * over stops counting that day. Dates that changed before they were entered are not known.
 */
public record Trend(List<Point> points) {

  /** How it stood on a day. */
  public record Point(LocalDate day, int open, int fulfilled, int overdue) {}

  /** By how much the numbers change on a day. */
  public record Delta(LocalDate day, int open, int fulfilled, int overdue) {}

  private static final int MOST = 60;

  public Trend {
    points = List.copyOf(points);
  }

  /** Adds the changes up, at most once a week and at most {@value #MOST} times and once more. */
  public static Trend of(LocalDate from, LocalDate to, List<Delta> deltas) {
    List<Delta> sorted = deltas.stream().sorted(Comparator.comparing(Delta::day)).toList();
    List<Point> points = new ArrayList<>();
    int next = 0;
    int open = 0;
    int fulfilled = 0;
    int overdue = 0;
    for (LocalDate day : days(from, to)) {
      while (next < sorted.size() && !sorted.get(next).day().isAfter(day)) {
        Delta delta = sorted.get(next++);
        open += delta.open();
        fulfilled += delta.fulfilled();
        overdue += delta.overdue();
      }
      points.add(new Point(day, open, fulfilled, overdue));
    }
    return new Trend(points);
  }

  private static List<LocalDate> days(LocalDate from, LocalDate to) {
    long weeks = (ChronoUnit.DAYS.between(from, to) + 6) / 7;
    long step = Math.max(1, (weeks + MOST - 1) / MOST);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusWeeks(step)) {
      days.add(day);
    }
    days.add(to);
    return days;
  }

  /** How it stands on the last day. */
  public Point last() {
    return points.get(points.size() - 1);
  }
}
