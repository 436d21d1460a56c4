package eu.jalon.commitment.deadline;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.Country;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.ValidationError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * When a commitment is due: on a fixed date, by the end of a window around an event, or a number of
 * days before the next summit; and, where it says so, how often it has to show that it lives.
 *
 * <p>Written as {@code 2027-03-31}, {@code 2027-06-05..2027-09-08}, {@code S-30} (calendar days) or
 * {@code S-20wd} (working days); {@code /P6M} after it is the interval, an ISO 8601 period of
 * months or days.
 */
public sealed interface DeadlineRule {

  /** The shortest interval, in days. */
  int SHORTEST_INTERVAL = 7;

  /** A date that does not follow the summit. */
  record Fixed(LocalDate date, Optional<Period> interval) implements DeadlineRule {

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
      return date + suffix();
    }
  }

  /**
   * Before and during an event: due when the event is over, its first interval before it begins.
   */
  record Window(LocalDate from, LocalDate to, Optional<Period> interval) implements DeadlineRule {

    public Window {
      from = new DueDate(from).day();
      to = new DueDate(to).day();
      if (to.isBefore(from)) {
        throw ValidationError.invalid("deadline.window", from, to);
      }
    }

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, Country country, WorkingDays calendar) {
      return Optional.of(calendar.onOrBefore(to, country));
    }

    @Override
    public String toString() {
      return from + ".." + to + suffix();
    }
  }

  /** A time before the next summit; without a date while the summit has none. */
  record BeforeSummit(DueOffset offset, Optional<Period> interval) implements DeadlineRule {

    public BeforeSummit {
      if (offset.after()) {
        throw ValidationError.invalid("deadline.rule", "S-" + offset);
      }
    }

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, Country country, WorkingDays calendar) {
      return summit.map(date -> offset.before(date, country, calendar));
    }

    @Override
    public String toString() {
      return "S-" + offset + suffix();
    }
  }

  /** How long each interval of a standing cooperation lasts, where the rule says so. */
  Optional<Period> interval();

  /**
   * The due date, a working day of the country: a day off moves to the working day before it. Empty
   * where the rule hangs on a summit that has no date.
   */
  Optional<LocalDate> dueOn(Optional<LocalDate> summit, Country country, WorkingDays calendar);

  /** Whether the due date follows the summit. */
  default boolean followsSummit() {
    return this instanceof BeforeSummit;
  }

  /** The same rule with an interval, where it says none itself. */
  default DeadlineRule orInterval(Optional<Period> other) {
    return interval().isPresent() || other.isEmpty()
        ? this
        : parse(this + "/" + other.orElseThrow());
  }

  /** The written form of the interval. */
  default String suffix() {
    return interval().map(period -> "/" + period).orElse("");
  }

  /** Reads a rule in its written form; refuses anything else, 31 April included. */
  static DeadlineRule parse(String text) {
    String[] parts = text.strip().split("/", 2);
    String rule = parts[0];
    try {
      Optional<Period> interval =
          parts.length == 1 ? Optional.empty() : Optional.of(interval(parts[1], text));
      if (rule.startsWith("S-")) {
        return new BeforeSummit(DueOffset.parse(rule.substring(2)), interval);
      }
      int dots = rule.indexOf("..");
      return dots < 0
          ? new Fixed(LocalDate.parse(rule), interval)
          : new Window(
              LocalDate.parse(rule.substring(0, dots)),
              LocalDate.parse(rule.substring(dots + 2)),
              interval);
    } catch (DateTimeException notADate) {
      throw ValidationError.invalid("deadline.rule", text);
    }
  }

  private static Period interval(String written, String text) {
    Period period = Period.parse(written);
    boolean positive = period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0;
    if (!positive || LocalDate.EPOCH.plus(period).toEpochDay() < SHORTEST_INTERVAL) {
      throw ValidationError.invalid("deadline.rule", text);
    }
    return period;
  }
}
