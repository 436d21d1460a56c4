package eu.jalon.register;

import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.Country;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long before another date something is due: {@code 30} calendar days or {@code 10wd} working
 * days.
 */
public record DueOffset(int days, boolean working) {

  /** Working days that an owner has at least, where the deadline itself leaves them. */
  static final int MINIMUM_LEAD = 5;

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})(wd)?");

  public DueOffset {
    if (days < 0 || days > 1000) {
      throw Refusal.invalid("deadline.offset", days);
    }
  }

  /** Reads {@code 30} or {@code 10wd}; refuses anything else. */
  public static DueOffset parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw Refusal.invalid("deadline.offset", text);
    }
    return new DueOffset(Integer.parseInt(matcher.group(1)), matcher.group(2) != null);
  }

  /**
   * The working day of the country that lies this long before a date, or the last one before it.
   */
  public LocalDate before(LocalDate date, Country country, WorkingDays calendar) {
    return working
        ? calendar.minus(date, days, country)
        : calendar.onOrBefore(date.minusDays(days), country);
  }

  /**
   * The due date of an action item opened on a day: this long before the commitment's deadline, not
   * sooner than {@value #MINIMUM_LEAD} working days after it was opened, never after the deadline;
   * always a working day of the owner's country. Where the deadline has passed already, the step
   * that follows another one still has its {@value #MINIMUM_LEAD} working days.
   */
  public LocalDate actionItemDue(
      Step step, LocalDate deadline, LocalDate openedOn, Country country, WorkingDays calendar) {
    LocalDate planned = before(deadline, country, calendar);
    LocalDate earliest = calendar.plus(openedOn, MINIMUM_LEAD, country);
    LocalDate due = planned.isBefore(earliest) ? earliest : planned;
    boolean late = deadline.isBefore(openedOn) && step != Step.TAKE_CHARGE;
    return calendar.onOrBefore(due.isAfter(deadline) && !late ? deadline : due, country);
  }

  @Override
  public String toString() {
    return working ? days + "wd" : String.valueOf(days);
  }
}
