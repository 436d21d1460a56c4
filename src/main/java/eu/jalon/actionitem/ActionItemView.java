package eu.jalon.actionitem;

import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.RestrictedTitle;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action item with the title, theme, health, priority, deadline and restriction of its
 * commitment, for lists and e-mails.
 *
 * @param deadline the due date of its commitment; absent while that has none
 */
public record ActionItemView(
    ActionItem item,
    LocalText title,
    Theme theme,
    Health health,
    Priority priority,
    @Nullable DueDate deadline,
    boolean restricted) {

  /** Returns the title where others may read it: of a restricted commitment only its reference. */
  public LocalText titleOutside() {
    return RestrictedTitle.outside(restricted, item.ref(), title);
  }

  /** Returns the same item as others may read it. */
  ActionItemView outside() {
    return new ActionItemView(item, titleOutside(), theme, health, priority, deadline, restricted);
  }

  /** Returns the calendar days by which it is overdue: see {@link ActionItem#overdueDays}. */
  public int overdueDays(LocalDate today) {
    return item.overdueDays(deadline, today);
  }

  /** Returns the deadline of its commitment if that has passed before its own due date. */
  public Optional<DueDate> passedDeadline(LocalDate today) {
    return Optional.ofNullable(deadline)
        .filter(passed -> passed.overdueDays(today) > 0)
        .filter(passed -> item.dueOn().filter(due -> due.compareTo(passed) <= 0).isEmpty());
  }

  /**
   * Returns the date from which days left or overdue are counted for reminders: the due date of the
   * item; or, once the deadline of its commitment has passed, the day from which the item is
   * overdue. Days before the ministry got the item do not count. Empty if the item has no due date.
   *
   * @param zone the time zone of the ministry's party
   */
  public Optional<DueDate> remindedFor(LocalDate today, ZoneId zone) {
    return item.dueOn().map(due -> remindedFor(due, today, zone));
  }

  private DueDate remindedFor(DueDate due, LocalDate today, ZoneId zone) {
    return passedDeadline(today)
        .map(passed -> Collections.max(List.of(passed, beforeOpening(zone))))
        .filter(passed -> passed.compareTo(due) < 0)
        .orElse(due);
  }

  private DueDate beforeOpening(ZoneId zone) {
    return new DueDate(LocalDate.ofInstant(item.heldSince(), zone).minusDays(1));
  }
}
