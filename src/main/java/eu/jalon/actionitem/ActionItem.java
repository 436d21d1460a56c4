package eu.jalon.actionitem;

import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task of one ministry, with a due date.
 *
 * @param id the id of the engine's user task
 * @param due the due date; absent if the deadline has no date yet
 * @param handedOverAt when it went to the ministry that has it now; absent if that is the first one
 */
public record ActionItem(
    String id,
    CommitmentRef ref,
    Step step,
    MinistryCode ministry,
    @Nullable DueDate due,
    @Nullable PersonId assignee,
    Status status,
    Instant createdAt,
    @Nullable Instant closedAt,
    @Nullable PersonId closedBy,
    @Nullable Instant handedOverAt) {

  /** An item that is at its first ministry. */
  public ActionItem(
      String id,
      CommitmentRef ref,
      Step step,
      MinistryCode ministry,
      @Nullable DueDate due,
      @Nullable PersonId assignee,
      Status status,
      Instant createdAt,
      @Nullable Instant closedAt,
      @Nullable PersonId closedBy) {
    this(id, ref, step, ministry, due, assignee, status, createdAt, closedAt, closedBy, null);
  }

  /** Open, completed, or dropped with its process. */
  public enum Status {
    OPEN,
    DONE,
    DROPPED
  }

  /**
   * Returns whether it is open and the person may complete it; coordination steps require a
   * coordinator.
   */
  public boolean isFor(Person person) {
    return status == Status.OPEN
        && person.workplace().equals(Optional.of(ministry))
        && (!step.byCoordination() || person.is(Role.COORDINATOR));
  }

  /**
   * Returns whether it is open and the person may release it: its ministry, which includes the
   * substitute of an absent colleague, and the coordinators.
   */
  public boolean isReleasableBy(Person person) {
    return isFor(person) || (status == Status.OPEN && person.is(Role.COORDINATOR));
  }

  /**
   * Returns whether it is open and the person may assign it to someone who may complete it: its
   * ministry and the coordinators of its party.
   */
  public boolean isAssignableBy(Person person) {
    return isFor(person)
        || (isReleasableBy(person)
            && person.workplace().filter(own -> own.party().equals(ministry.party())).isPresent());
  }

  /**
   * Returns the error for an action on a closed item; it names the person who completed it, if
   * known.
   */
  public ValidationError closedError() {
    return status == Status.DONE && closedBy != null
        ? ValidationError.conflict("actionItem.doneBy", ref, closedBy)
        : ValidationError.conflict("actionItem.closed", ref);
  }

  /** Returns when its ministry got it. */
  public Instant heldSince() {
    return handedOverAt == null ? createdAt : handedOverAt;
  }

  public Optional<DueDate> dueOn() {
    return Optional.ofNullable(due);
  }

  /**
   * Returns the calendar days by which it is overdue: past its due date, or past the deadline of
   * its commitment if that is earlier; 0 if it is closed or not overdue. {@link
   * JdbcActionItems#OVERDUE} is the same definition in SQL.
   */
  public int overdueDays(@Nullable DueDate deadline, LocalDate today) {
    return status == Status.OPEN ? Math.max(days(due, today), days(deadline, today)) : 0;
  }

  private static int days(@Nullable DueDate date, LocalDate today) {
    return date == null ? 0 : date.overdueDays(today);
  }
}
