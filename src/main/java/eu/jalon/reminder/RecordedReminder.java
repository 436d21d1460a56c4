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
 * A nudge on record. One that was suppressed is recorded on the first day it would have been given
 * and not again while nothing changes.
 *
 * @param rule the line of the table it goes back to; absent for the oldest ones
 * @param standsFor whose place its reader takes
 * @param outcome why the letter left it out, found when that was sent
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
    @Nullable UUID letterId,
    @Nullable Suppression suppression,
    @Nullable ItemOutcome outcome,
    boolean firstTold) {

  /** The letter that carries it, empty where it was suppressed. */
  public Optional<UUID> letter() {
    return Optional.ofNullable(letterId);
  }

  /** Why it was not given. */
  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  /** Why its letter left it out. */
  public Optional<ItemOutcome> leftOut() {
    return Optional.ofNullable(outcome);
  }
}
