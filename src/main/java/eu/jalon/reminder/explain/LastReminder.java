package eu.jalon.reminder.explain;

import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last reminders of an item to its owners, and what prevents the next ones.
 *
 * @param sent the reminders of the last day with sent ones, one per person
 * @param suppressed the reminders suppressed on that day or later, one per person
 * @param pausedUntil the first day with reminders again, if the owners paused them
 */
public record LastReminder(
    List<Sent> sent, List<Suppressed> suppressed, @Nullable LocalDate pausedUntil) {

  /** An item without any reminder. */
  public static final LastReminder NONE = new LastReminder(List.of(), List.of(), null);

  /**
   * A sent reminder.
   *
   * @param on the day the e-mail was planned for
   * @param reply the last reply of the relay
   * @param bounce the delivery report of another server
   */
  public record Sent(
      PersonId person,
      LocalDate on,
      ReminderStage stage,
      UUID email,
      EmailStatus status,
      @Nullable Instant closedAt,
      @Nullable String reply,
      @Nullable String bounce) {

    /** Whether the relay accepted it and no delivery report followed. */
    public boolean arrived() {
      return status == EmailStatus.SENT && bounce == null;
    }

    /** Whether it failed permanently. */
    public boolean failed() {
      return status == EmailStatus.BOUNCED || status == EmailStatus.FAILED;
    }
  }

  /**
   * A suppressed reminder.
   *
   * @param person absent if the item has no recipient
   */
  public record Suppressed(@Nullable PersonId person, LocalDate on, Suppression reason) {}

  /** The day of the last sent reminder. */
  public Optional<LocalDate> lastOn() {
    return sent.stream().map(Sent::on).findFirst();
  }

  public Optional<LocalDate> paused() {
    return Optional.ofNullable(pausedUntil);
  }
}
