package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another due date for a single action item; the deadline of its commitment stays. A focal point of
 * a lead ministry requests it, a coordinator sets it immediately.
 */
@Service
@Transactional
public class ActionItemExtensions {

  private static final DueOffset AS_LATE_AS_POSSIBLE = DueOffset.on(LocalDate.of(2099, 12, 31));

  private final JdbcDueDates dates;
  private final JdbcCommitments commitments;
  private final CommitmentActions actions;
  private final DueDateUpdate dueDates;
  private final WorkingDays calendar;
  private final Clock clock;

  ActionItemExtensions(
      JdbcDueDates dates,
      JdbcCommitments commitments,
      CommitmentActions actions,
      DueDateUpdate dueDates,
      WorkingDays calendar,
      Clock clock) {
    this.dates = dates;
    this.commitments = commitments;
    this.actions = actions;
    this.dueDates = dueDates;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Returns the last day to which an open item can be moved while the deadline of its commitment
   * stays; empty if it cannot be moved alone.
   */
  @Transactional(readOnly = true)
  public Optional<LocalDate> latest(String id) {
    return dates.openItem(id).flatMap(this::latest);
  }

  private Optional<LocalDate> latest(JdbcDueDates.DatedItem item) {
    LocalDate due = item.dueOn();
    if (due == null || item.step() == Step.EVIDENCE || item.step().byCoordination()) {
      return Optional.empty();
    }
    return dueOn(item, AS_LATE_AS_POSSIBLE)
        .filter(latest -> latest.isAfter(due) && !latest.isBefore(today(item)));
  }

  private LocalDate today(JdbcDueDates.DatedItem item) {
    return calendar.day(clock.instant(), item.ministry().party());
  }

  private Optional<LocalDate> dueOn(JdbcDueDates.DatedItem item, DueOffset offset) {
    return offset.actionItemDue(
        item.isFirstStep(),
        new DueOffset.Dates(
            calendar.day(item.openedAt(), item.ministry().party()),
            item.cooperation().deadline(),
            item.cooperation().summit()),
        item.ministry().party(),
        calendar);
  }

  /**
   * Requests another due date for an open item, or sets it if the person is a coordinator. Rejects
   * a day that has passed, that is not later, or that the deadline of the commitment does not
   * allow.
   */
  public void extend(String id, LocalDate day, String reason, Person by) {
    String why = FreeText.reason(reason);
    JdbcDueDates.DatedItem item =
        dates.openItem(id).orElseThrow(() -> ValidationError.conflict("actionItem.raced", id));
    commitments.lock(item.ref());
    requireAllowed(id, day);
    actions.extendItem(item.ref(), id, item.ministry().party(), day, why, by);
  }

  /** Rejects a day to which an item cannot be moved alone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireAllowed(String id, LocalDate day) {
    JdbcDueDates.DatedItem item =
        dates.openItem(id).orElseThrow(() -> ValidationError.conflict("actionItem.raced", id));
    LocalDate latest =
        latest(item).orElseThrow(() -> ValidationError.conflict("request.itemFixed", item.ref()));
    LocalDate due = item.dueOn();
    if (day.isBefore(today(item))) {
      throw ValidationError.invalid("request.past", day);
    }
    if (due != null && !day.isAfter(due)) {
      throw ValidationError.invalid("request.itemNotLater", day, due);
    }
    if (day.isAfter(latest)) {
      throw ValidationError.invalid("request.itemTooLate", day, latest);
    }
  }

  /**
   * Sets the due date of an item, moved to the last working day on or before it, and notifies its
   * ministry; does nothing if the item is closed.
   *
   * @return whether the item is open
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean apply(String id, LocalDate day) {
    Optional<JdbcDueDates.DatedItem> item = dates.openItem(id);
    item.ifPresent(
        open -> {
          dates.setOffset(id, DueOffset.on(day));
          dueDates.update(List.of(open.ref()));
        });
    return item.isPresent();
  }
}
