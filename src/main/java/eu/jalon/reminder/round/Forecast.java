package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.reminder.RoundResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All letters that would go out from one day to another if nobody did anything.
 *
 * @param days the days on which letters would go out, in their order
 * @param people who would be written to, most letters first
 */
public record Forecast(LocalDate from, LocalDate until, List<Day> days, List<Reader> people) {

  /** What one day would bring. */
  public record Day(RoundResult report) {

    public LocalDate on() {
      return report.on();
    }
  }

  /**
   * What one person would get.
   *
   * @param items how many items each of his letters would list, by day
   */
  public record Reader(Person person, Map<LocalDate, Integer> items) {}

  /** How many letters there would be. */
  public int letters() {
    return days.stream().mapToInt(day -> day.report().letters()).sum();
  }
}
