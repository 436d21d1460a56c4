package eu.jalon.reminder;

import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder on record. One that was suppressed is recorded on the first day it would have been
 * given and not again while nothing changes.
 *
 * @param rule the line of the table it goes back to; absent for the oldest ones
 * @param standsFor whose place its reader takes
 * @param outcome why the email left it out, found when that was sent
 */
public record RecordedReminder(
    long id,
    LocalDate on,
    String actionItemId,
    CommitmentRef ref,
    @Nullable PersonId person,
    Audience audience,
    ReminderStage stage,
    @Nullable String rule,
    @Nullable PersonId standsFor,
    DueDate due,
    @Nullable UUID emailId,
    @Nullable Suppression suppression,
    @Nullable ItemOutcome outcome,
    boolean firstTold) {

  /** The email that carries it, empty where it was suppressed. */
  public Optional<UUID> email() {
    return Optional.ofNullable(emailId);
  }

  /** Why it was not given. */
  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  /** Why its email left it out. */
  public Optional<ItemOutcome> leftOut() {
    return Optional.ofNullable(outcome);
  }
}
