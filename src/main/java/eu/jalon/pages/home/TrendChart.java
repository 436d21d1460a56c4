package eu.jalon.pages.home;

import eu.jalon.overview.trend.Trend;
import eu.jalon.pages.chart.SvgNumber;
import eu.jalon.pages.chart.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The trend as lines with distinct dash patterns, labelled at their ends.
 *
 * <p>Lines stand in a square of 100 by 100 that the page stretches over the plot; everything with
 * words or marks is placed in pixels from the top and hundredths of the plot's width.
 */
record TrendChart(Trend trend, List<Line> lines, List<Level> levels, List<Tick> ticks) {

  /** Top and height of the plot, in pixels. */
  private static final int TOP = 14;

  private static final int HEIGHT = 200;

  /** The smallest distance of two labels, in pixels. */
  private static final int LABEL = 22;

  private static final int MOST_LEVELS = 4;
  private static final int MOST_TICKS = 6;

  /**
   * One figure over time.
   *
   * @param name the kind of number, a message under {@code trend}
   * @param points the line in the square
   * @param end the end of the line, in pixels from the top
   * @param label the position of the label, in pixels from the top
   */
  record Line(String name, int now, String points, int end, int label) {}

  /** A number on the scale, in pixels from the top. */
  record Level(int number, int y) {}

  /** A first of January, or of a quarter, in hundredths of the plot's width. */
  record Tick(LocalDate day, String x, boolean year) {}

  static TrendChart of(Trend trend) {
    int step = step(trend);
    int most = Math.max(step, (most(trend) + step - 1) / step * step);
    List<Level> levels = new ArrayList<>();
    for (int number = 0; number <= most; number += step) {
      levels.add(new Level(number, y(number, most)));
    }
    return new TrendChart(trend, lines(trend, most), levels, ticks(trend));
  }

  private static int most(Trend trend) {
    return trend.points().stream()
        .mapToInt(point -> Math.max(point.open(), point.fulfilled()))
        .max()
        .orElse(0);
  }

  /** 1, 2 or 5 times a power of ten, of which a few steps reach the highest number. */
  private static int step(Trend trend) {
    int most = most(trend);
    int power = 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        if ((long) digit * power * MOST_LEVELS >= most) {
          return digit * power;
        }
      }
      power *= 10;
    }
  }

  private static List<Line> lines(Trend trend, int most) {
    List<Line> unlabelled =
        List.of(
            line("open", Trend.Point::open, trend, most),
            line("fulfilled", Trend.Point::fulfilled, trend, most),
            line("overdue", Trend.Point::overdue, trend, most));
    List<Line> fromTheTop = unlabelled.stream().sorted(Comparator.comparingInt(Line::end)).toList();
    List<Line> labelled = new ArrayList<>();
    int lowest = TOP + HEIGHT - (fromTheTop.size() - 1) * LABEL;
    int label = 0;
    for (Line line : fromTheTop) {
      label = Math.min(Math.max(line.end(), label), lowest);
      labelled.add(new Line(line.name(), line.now(), line.points(), line.end(), label));
      label += LABEL;
      lowest += LABEL;
    }
    return labelled;
  }

  private static Line line(String name, ToIntFunction<Trend.Point> number, Trend trend, int most) {
    TimeScale scale = scale(trend);
    String points =
        trend.points().stream()
            .map(
                point ->
                    SvgNumber.of(scale.place(point.day()), 2)
                        + ","
                        + SvgNumber.of(100 - 100.0 * number.applyAsInt(point) / most, 2))
            .collect(Collectors.joining(" "));
    int now = number.applyAsInt(trend.last());
    return new Line(name, now, points, y(now, most), 0);
  }

  private static List<Tick> ticks(Trend trend) {
    LocalDate from = trend.points().get(0).day();
    LocalDate to = trend.last().day();
    boolean years = ChronoUnit.MONTHS.between(from, to) > 18;
    int months = years ? 12 : 3;
    TimeScale scale = scale(trend);
    List<Tick> ticks = new ArrayList<>();
    LocalDate day = LocalDate.of(from.getYear(), 1, 1);
    for (; !day.isAfter(to); day = day.plusMonths(months)) {
      double x = scale.place(day);
      if (x > 22 && x < 82) {
        ticks.add(new Tick(day, scale.percent(day), years));
      }
    }
    int every = (ticks.size() + MOST_TICKS - 1) / MOST_TICKS;
    return every <= 1
        ? List.copyOf(ticks)
        : ticks.stream().filter(tick -> ticks.indexOf(tick) % every == 0).toList();
  }

  private static TimeScale scale(Trend trend) {
    return TimeScale.over(trend.points().get(0).day(), trend.last().day());
  }

  private static int y(int number, int most) {
    return TOP + HEIGHT - (int) Math.round((double) HEIGHT * number / most);
  }
}
