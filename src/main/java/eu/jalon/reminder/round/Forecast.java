package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.reminder.RoundResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The e-mails expected in a period if no item changes.
 *
 * @param days the days with e-mails, in chronological order
 * @param recipients the recipients, most e-mails first
 */
public record Forecast(
    LocalDate from, LocalDate until, List<Day> days, List<Recipient> recipients) {

  /** The expected round of one day. */
  public record Day(RoundResult result) {

    public LocalDate on() {
      return result.on();
    }
  }

  /**
   * The expected e-mails to one person.
   *
   * @param items the number of items in each e-mail, by day
   */
  public record Recipient(Person person, Map<LocalDate, Integer> items) {}

  /** The total number of expected e-mails. */
  public int emails() {
    return days.stream().mapToInt(day -> day.result().emails()).sum();
  }
}
