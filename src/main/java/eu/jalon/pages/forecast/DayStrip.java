package eu.jalon.pages.forecast;

import eu.jalon.nudge.Forecast;
import eu.jalon.nudge.NudgeReport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The letters to come as one bar a day.
 *
 * @param busy the days on which letters would go out
 * @param biggest the days with the most letters, the biggest first
 */
record DayStrip(
    List<Bar> bars, List<Tick> months, List<NudgeReport> busy, List<NudgeReport> biggest) {

  private static final int HEIGHT = 80;
  private static final int NAMED = 3;

  /** One day; places are percentages of the picture's width, heights are pixels. */
  record Bar(NudgeReport day, boolean big, String x, String width, int y, int height) {}

  /** Where a month begins. */
  record Tick(LocalDate month, String x) {}

  static DayStrip of(Forecast forecast) {
    List<NudgeReport> busy =
        forecast.days().stream()
            .map(Forecast.Day::report)
            .filter(day -> day.letters() > 0)
            .toList();
    List<NudgeReport> biggest =
        busy.stream()
            .sorted(
                Comparator.comparingInt(NudgeReport::letters)
                    .thenComparingInt(NudgeReport::nudges)
                    .reversed()
                    .thenComparing(NudgeReport::on))
            .limit(NAMED)
            .toList();
    int most = Math.max(1, busy.stream().mapToInt(NudgeReport::letters).max().orElse(1));
    Scale scale = new Scale(forecast.from(), forecast.until());
    return new DayStrip(
        busy.stream().map(day -> bar(day, biggest.contains(day), most, scale)).toList(),
        ticks(forecast, scale),
        busy,
        biggest);
  }

  private static Bar bar(NudgeReport day, boolean big, int most, Scale scale) {
    int height = Math.max(3, Math.round((float) HEIGHT * day.letters() / most));
    return new Bar(day, big, scale.at(day.on()), scale.width(), HEIGHT - height, height);
  }

  private static List<Tick> ticks(Forecast forecast, Scale scale) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate month = forecast.from().withDayOfMonth(1).plusMonths(1);
    while (!month.isAfter(forecast.until())) {
      ticks.add(new Tick(month, scale.at(month)));
      month = month.plusMonths(1);
    }
    return ticks;
  }

  private record Scale(LocalDate from, LocalDate until) {

    String at(LocalDate day) {
      return percent((double) ChronoUnit.DAYS.between(from, day));
    }

    String width() {
      return percent(0.8);
    }

    private String percent(double days) {
      double whole = ChronoUnit.DAYS.between(from, until) + 1.0;
      return String.format(Locale.ROOT, "%.3f%%", 100 * days / whole);
    }
  }
}
