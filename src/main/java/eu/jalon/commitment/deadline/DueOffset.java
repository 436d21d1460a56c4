package eu.jalon.commitment.deadline;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.Country;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long before another date something is due: {@code 30} calendar days or {@code 10wd} working
 * days; or, with a plus, how many working days after it was opened: {@code +5wd}.
 */
public record DueOffset(int days, boolean working, boolean after) {

  /** Working days that an owner has at least, where the deadline itself leaves them. */
  static final int MINIMUM_LEAD = 5;

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})(wd)?|\\+(\\d{1,4})wd");

  public DueOffset {
    if (days < 0 || days > 1000) {
      throw ValidationError.invalid("deadline.offset", days);
    }
  }

  /** Reads {@code 30}, {@code 10wd} or {@code +5wd}; refuses anything else. */
  public static DueOffset parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw ValidationError.invalid("deadline.offset", text);
    }
    return matcher.group(3) != null
        ? new DueOffset(Integer.parseInt(matcher.group(3)), true, true)
        : new DueOffset(Integer.parseInt(matcher.group(1)), matcher.group(2) != null, false);
  }

  /**
   * The working day of the country that lies this long before a date, or the last one before it.
   */
  public LocalDate before(LocalDate date, Country country, WorkingDays calendar) {
    return working
        ? calendar.minus(date, days, country)
        : calendar.onOrBefore(date.minusDays(days), country);
  }

  /** What the due date of an action item hangs on. */
  public record Dates(
      LocalDate openedOn, @Nullable LocalDate deadline, @Nullable LocalDate summit) {}

  /**
   * The due date of an action item: this long before the commitment's deadline, not sooner than
   * {@value #MINIMUM_LEAD} working days after it was opened, never after the deadline; always a
   * working day of the owner's country. Where the deadline has passed already, the step that
   * follows another one still has its {@value #MINIMUM_LEAD} working days. Never after a summit
   * that is still to come. Empty while there is no deadline, except for what counts from its
   * opening.
   *
   * @param firstStep whether the item is the step that takes charge of a commitment
   */
  public Optional<LocalDate> actionItemDue(
      boolean firstStep, Dates dates, Country country, WorkingDays calendar) {
    LocalDate openedOn = dates.openedOn();
    LocalDate deadline = dates.deadline();
    LocalDate due;
    if (after) {
      due = calendar.plus(openedOn, days, country);
    } else if (deadline == null) {
      return Optional.empty();
    } else {
      LocalDate planned = before(deadline, country, calendar);
      LocalDate earliest = calendar.plus(openedOn, MINIMUM_LEAD, country);
      due = planned.isBefore(earliest) ? earliest : planned;
      boolean late = deadline.isBefore(openedOn) && !firstStep;
      due = due.isAfter(deadline) && !late ? deadline : due;
    }
    LocalDate summit = dates.summit();
    if (summit != null && !summit.isBefore(openedOn) && due.isAfter(summit)) {
      due = summit;
    }
    return Optional.of(calendar.onOrBefore(due, country));
  }

  @Override
  public String toString() {
    return (after ? "+" : "") + days + (working ? "wd" : "");
  }
}
