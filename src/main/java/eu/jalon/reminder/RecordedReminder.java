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
 * A recorded reminder. A suppressed one is recorded on the first day only, until something changes.
 *
 * @param rule the id of the policy rule that asked for it, if known
 * @param standsFor the absent person whom the recipient replaces
 * @param omission why the e-mail left it out, determined when that was composed
 */
public record RecordedReminder(
    long id,
    LocalDate on,
    String actionItemId,
    CommitmentRef ref,
    @Nullable PersonId person,
    RecipientRole recipientRole,
    ReminderStage stage,
    @Nullable String rule,
    @Nullable PersonId standsFor,
    DueDate due,
    @Nullable UUID emailId,
    @Nullable Suppression suppression,
    @Nullable OmissionReason omission,
    boolean firstMention) {

  /** The e-mail that contains it; empty if it was suppressed. */
  public Optional<UUID> email() {
    return Optional.ofNullable(emailId);
  }

  /** Why it was suppressed. */
  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  /** Why its e-mail left it out. */
  public Optional<OmissionReason> leftOut() {
    return Optional.ofNullable(omission);
  }
}
