package eu.jalon.commitment.deadline;

import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The offset of a due date: {@code 30} calendar days or {@code 10wd} working days before another
 * date, or {@code +5wd} working days after the item was opened; or a day such as {@code
 * 2027-03-15}, on which a ministry promised its next report. Once an item has its first date, an
 * equals sign follows, {@code 10wd=}; and if the minimum number of days decided that date, its
 * distance from the deadline in calendar days, {@code 30=12}.
 *
 * @param dated whether the item has its first date, so that the minimum number of days has been
 *     granted
 * @param distance the calendar days from the first date to the deadline, instead of {@code days};
 *     absent if the offset itself gave the first date
 */
public record DueOffset(
    int days,
    boolean working,
    boolean after,
    @Nullable LocalDate on,
    boolean dated,
    @Nullable Integer distance) {

  /** Minimum number of working days for an action item, if the deadline allows it. */
  static final int MINIMUM_LEAD = 5;

  /** Calendar days after which a promised report is due at the latest if no deadline limits it. */
  static final int LATEST_PROMISE = 30;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})(wd)?(?:(=)(\\d{1,5})?)?|\\+(\\d{1,4})wd");

  public DueOffset {
    if (days < 0 || days > 1000) {
      throw ValidationError.invalid("deadline.offset", days);
    }
  }

  public DueOffset(int days, boolean working, boolean after) {
    this(days, working, after, null, false, null);
  }

  /** The day on which a ministry promised its next report. */
  public static DueOffset on(LocalDate day) {
    return new DueOffset(0, false, true, day, false, null);
  }

  /** Parses the text form; rejects any other text. */
  public static DueOffset parse(String text) {
    if (DAY.matcher(text).matches()) {
      return on(LocalDate.parse(text));
    }
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw ValidationError.invalid("deadline.offset", text);
    }
    if (matcher.group(5) != null) {
      return new DueOffset(Integer.parseInt(matcher.group(5)), true, true);
    }
    String distance = matcher.group(4);
    return new DueOffset(
        Integer.parseInt(matcher.group(1)),
        matcher.group(2) != null,
        false,
        null,
        matcher.group(3) != null,
        distance == null ? null : Integer.valueOf(distance));
  }

  /**
   * Returns the date that is this offset before another one, moved to the last working day of the
   * party on or before it.
   */
  public LocalDate before(LocalDate date, PartyCode party, WorkingDays calendar) {
    if (distance != null) {
      return calendar.onOrBefore(date.minusDays(distance), party);
    }
    return working
        ? calendar.minus(date, days, party)
        : calendar.onOrBefore(date.minusDays(days), party);
  }

  /** Returns the first day on which an item opened on a day is due, if its deadline allows it. */
  public static LocalDate earliest(LocalDate openedOn, PartyCode party, WorkingDays calendar) {
    return calendar.plus(openedOn, MINIMUM_LEAD, party);
  }

  /** The dates from which the due date of an action item is computed. */
  public record Dates(
      LocalDate openedOn, @Nullable LocalDate deadline, @Nullable LocalDate summit) {}

  /** The dates of a commitment from which the due dates of its action items are computed. */
  public record CommitmentDates(@Nullable LocalDate deadline, @Nullable LocalDate summit) {

    /** The same with the day on which an item was opened. */
    public Dates openedOn(LocalDate day) {
      return new Dates(day, deadline, summit);
    }
  }

  /**
   * Returns the due date of an action item: the promised day, at the latest on the deadline, or 30
   * days after the opening if that has passed; or else this offset before the commitment's
   * deadline, not after the deadline, and a working day of the ministry's party. The first date is
   * at least {@value #MINIMUM_LEAD} working days after the item was opened; later ones follow the
   * deadline in both directions, but not to before the opening. If the deadline had passed at the
   * opening, any step but the first gets {@value #MINIMUM_LEAD} working days. The due date is never
   * after a future summit. Empty if there is no deadline and the offset does not count from the
   * opening.
   *
   * @param firstStep whether the item is the step of taking charge of the commitment
   */
  public Optional<LocalDate> actionItemDue(
      boolean firstStep, Dates dates, PartyCode party, WorkingDays calendar) {
    LocalDate openedOn = dates.openedOn();
    LocalDate deadline = dates.deadline();
    LocalDate promised = on;
    LocalDate due;
    if (promised != null) {
      LocalDate latest =
          deadline == null || deadline.isBefore(openedOn)
              ? openedOn.plusDays(LATEST_PROMISE)
              : deadline;
      due = promised.isAfter(latest) ? latest : promised;
    } else if (after) {
      due = calendar.plus(openedOn, days, party);
    } else if (deadline == null) {
      return Optional.empty();
    } else {
      LocalDate planned = before(deadline, party, calendar);
      boolean late = deadline.isBefore(openedOn);
      LocalDate earliest = dated && !late ? openedOn : earliest(openedOn, party, calendar);
      due = planned.isBefore(earliest) ? earliest : planned;
      due = due.isAfter(deadline) && (!late || firstStep) ? deadline : due;
    }
    LocalDate summit = dates.summit();
    if (summit != null && !summit.isBefore(openedOn) && due.isAfter(summit)) {
      due = summit;
    }
    return Optional.of(calendar.onOrBefore(due, party));
  }

  /**
   * Returns this offset once an item has its first date from these dates; this offset itself if
   * that does not depend on a deadline ahead or the item is dated already.
   */
  public DueOffset dated(Dates dates, PartyCode party, WorkingDays calendar) {
    LocalDate deadline = dates.deadline();
    if (dated || after || deadline == null || deadline.isBefore(dates.openedOn())) {
      return this;
    }
    LocalDate earliest = earliest(dates.openedOn(), party, calendar);
    Integer fromMinimum =
        before(deadline, party, calendar).isBefore(earliest)
            ? (int) Math.max(0, ChronoUnit.DAYS.between(earliest, deadline))
            : null;
    return new DueOffset(days, working, false, null, true, fromMinimum);
  }

  /** Returns the offset of an item that has no date yet. */
  public DueOffset undated() {
    return dated ? new DueOffset(days, working, after, on, false, null) : this;
  }

  @Override
  public String toString() {
    return on != null
        ? on.toString()
        : (after ? "+" : "")
            + days
            + (working ? "wd" : "")
            + (dated ? "=" : "")
            + (distance == null ? "" : distance);
  }
}
