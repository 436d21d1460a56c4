package eu.jalon.commitment.deadline;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The rule for a commitment's due date: a fixed date, the end of a period around an event, or a
 * number of days before the next summit; optionally with the interval at which evidence of activity
 * is required.
 *
 * <p>The text form is {@code 2027-03-31}, {@code 2027-06-05..2027-09-08}, {@code S-30} (calendar
 * days) or {@code S-20wd} (working days); the suffix {@code /P6M} is the interval, an ISO 8601
 * period of months or days.
 */
public sealed interface DeadlineRule {

  /** Minimum interval in days. */
  int SHORTEST_INTERVAL = 7;

  /** A fixed date, independent of the summit. */
  record Fixed(LocalDate date, Optional<Period> interval) implements DeadlineRule {

    public Fixed {
      date = new DueDate(date).day();
    }

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, PartyCode party, WorkingDays calendar) {
      return Optional.of(calendar.onOrBefore(date, party));
    }

    @Override
    public String toString() {
      return date + suffix();
    }
  }

  /** The period of an event: due on its last day; the first interval ends on its first day. */
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
        Optional<LocalDate> summit, PartyCode party, WorkingDays calendar) {
      return Optional.of(calendar.onOrBefore(to, party));
    }

    @Override
    public String toString() {
      return from + ".." + to + suffix();
    }
  }

  /** A time before the next summit; there is no due date while the summit has no date. */
  record BeforeSummit(DueOffset offset, Optional<Period> interval) implements DeadlineRule {

    public BeforeSummit {
      if (offset.after() || offset.dated()) {
        throw ValidationError.invalid("deadline.rule", "S-" + offset);
      }
    }

    @Override
    public Optional<LocalDate> dueOn(
        Optional<LocalDate> summit, PartyCode party, WorkingDays calendar) {
      return summit.map(date -> offset.before(date, party, calendar));
    }

    @Override
    public String toString() {
      return "S-" + offset + suffix();
    }
  }

  /** Returns the interval of evidence for a standing cooperation, if the rule has one. */
  Optional<Period> interval();

  /**
   * Returns the due date, moved to the last working day of the party on or before it. Empty if the
   * rule depends on a summit without a date.
   */
  Optional<LocalDate> dueOn(Optional<LocalDate> summit, PartyCode party, WorkingDays calendar);

  /** Returns this rule with the given interval if it has none itself. */
  default DeadlineRule orInterval(Optional<Period> other) {
    return interval().isPresent() || other.isEmpty()
        ? this
        : parse(this + "/" + other.orElseThrow());
  }

  /** Returns the interval in text form, with a leading slash; empty if there is none. */
  default String suffix() {
    return interval().map(period -> "/" + period).orElse("");
  }

  /**
   * Parses the text form of a rule.
   *
   * @throws ValidationError {@code deadline.rule} for any other text, including dates that do not
   *     exist; {@code deadline.interval} for an interval that is too short
   */
  static DeadlineRule parse(String text) {
    String[] ruleAndInterval = text.strip().split("/", 2);
    String rule = ruleAndInterval[0];
    try {
      Optional<Period> interval =
          ruleAndInterval.length == 1
              ? Optional.empty()
              : Optional.of(interval(ruleAndInterval[1]));
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

  private static Period interval(String written) {
    Period period = Period.parse(written);
    boolean positive = period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0;
    if (!positive || LocalDate.EPOCH.plus(period).toEpochDay() < SHORTEST_INTERVAL) {
      throw ValidationError.invalid("deadline.interval", SHORTEST_INTERVAL);
    }
    return period;
  }
}
