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
 * How the owners of an item were last reminded of it, what became of that, and what stands in the
 * way since.
 *
 * @param told the last time somebody was, each person once; empty where nobody ever was
 * @param held who was to hear on the same day or later and did not, each person once
 * @param pausedUntil the day on which reminders go on, where somebody said that he is on it
 */
public record LastReminder(List<Told> told, List<Held> held, @Nullable LocalDate pausedUntil) {

  /** What is known of an item nobody was reminded of. */
  public static final LastReminder NONE = new LastReminder(List.of(), List.of(), null);

  /**
   * Somebody who was reminded.
   *
   * @param on the day the email was planned for
   * @param reply the relay's last answer
   * @param bounce what another server reported afterwards
   */
  public record Told(
      PersonId person,
      LocalDate on,
      ReminderStage stage,
      UUID email,
      EmailStatus status,
      @Nullable Instant closedAt,
      @Nullable String reply,
      @Nullable String bounce) {

    /** Whether it went out and nothing was heard to the contrary. */
    public boolean arrived() {
      return status == EmailStatus.SENT && bounce == null;
    }

    /** Whether it reached nobody, for good. */
    public boolean failed() {
      return status == EmailStatus.BOUNCED || status == EmailStatus.FAILED;
    }
  }

  /**
   * A reminder that was held back.
   *
   * @param person absent where there is nobody to write to
   */
  public record Held(@Nullable PersonId person, LocalDate on, Suppression why) {}

  /** The day somebody was last reminded. */
  public Optional<LocalDate> lastOn() {
    return told.stream().map(Told::on).findFirst();
  }

  public Optional<LocalDate> paused() {
    return Optional.ofNullable(pausedUntil);
  }
}
