package eu.jalon.register;

import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.Country;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a commitment is due: on a fixed date, or a number of days before the next summit.
 *
 * <p>Written as {@code 2027-03-31}, {@code S-30} (calendar days) or {@code S-20wd} (working days).
 */
public sealed interface DeadlineRule {

  /** A date that does not follow the summit. */
  record Fixed(LocalDate date) implements DeadlineRule {

    public Fixed {
      date = new DueDate(date).day();
    }

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, Country country, WorkingDays calendar) {
      return Optional.of(calendar.onOrBefore(date, country));
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** A time before the next summit; without a date while the summit has none. */
  record BeforeSummit(DueOffset offset) implements DeadlineRule {

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, Country country, WorkingDays calendar) {
      return summit.map(date -> offset.before(date, country, calendar));
    }

    @Override
    public String toString() {
      return "S-" + offset;
    }
  }

  /**
   * The due date, a working day of the country: a day off moves to the working day before it. Empty
   * where the rule hangs on a summit that has no date.
   */
  Optional<LocalDate> dueOn(Optional<LocalDate> summit, Country country, WorkingDays calendar);

  /** Reads a rule in its written form; refuses anything else, 31 April included. */
  static DeadlineRule parse(String text) {
    String rule = text.strip();
    if (rule.startsWith("S-")) {
      return new BeforeSummit(DueOffset.parse(rule.substring(2)));
    }
    try {
      return new Fixed(LocalDate.parse(rule));
    } catch (DateTimeException notADate) {
      throw Refusal.invalid("deadline.rule", text);
    }
  }
}
