package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.reminder.RoundResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All emails that would go out from one day to another if nobody did anything.
 *
 * @param days the days on which emails would go out, in their order
 * @param people who would be written to, most emails first
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
   * @param items how many items each of his emails would list, by day
   */
  public record Reader(Person person, Map<LocalDate, Integer> items) {}

  /** How many emails there would be. */
  public int emails() {
    return days.stream().mapToInt(day -> day.report().emails()).sum();
  }
}
