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
 * One task of one ministry with one due date.
 *
 * @param id the engine's task id
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
    @Nullable PersonId closedBy) {

  /** Whether it is still to be done, was done, or fell away with its commitment. */
  public enum Status {
    OPEN,
    DONE,
    DROPPED
  }

  /** Whether it is open and for the person to do; only coordinators do what is theirs. */
  public boolean isFor(Person person) {
    return status == Status.OPEN
        && person.workplace().equals(Optional.of(ministry))
        && (!step.byCoordination() || person.is(Role.COORDINATOR));
  }

  /** Why a closed item takes no more acts: who completed it first, where that is known. */
  public ValidationError closed() {
    return status == Status.DONE && closedBy != null
        ? ValidationError.conflict("actionItem.doneBy", ref, closedBy)
        : ValidationError.conflict("actionItem.closed", ref);
  }

  public Optional<DueDate> dueOn() {
    return Optional.ofNullable(due);
  }

  /** Calendar days past the due date; 0 once it is closed. */
  public int overdueDays(LocalDate today) {
    return status == Status.OPEN && due != null ? due.overdueDays(today) : 0;
  }
}
