package eu.jalon.reminder.explain;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.mail.Email;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains the reminders of an item on a day.
 *
 * @param round the state of the day's round
 * @param entries the reminders, sent, suppressed or expected, one per person
 * @param rule the policy rule that matches on the day; absent if the item has no due date or was
 *     not open
 */
public record Explanation(
    ActionItemView view,
    LocalDate day,
    Round round,
    List<Entry> entries,
    @Nullable PolicyRule rule) {

  /** The state of a day's round. */
  public enum Round {
    RAN,
    /** It has not run yet; the entries are a forecast. */
    TO_COME,
    /** It did not run: a day off in both parties, or a downtime. */
    NONE,
    /** The item was not open yet. */
    NOT_OPEN,
    /** The item was closed before the day. */
    CLOSED
  }

  /**
   * One reminder of the item.
   *
   * @param on the first day with this result; earlier than the explained day if nothing changed
   * @param person absent if the item had no recipient
   * @param email the e-mail that contains it, if it was queued
   */
  public record Entry(
      LocalDate on,
      @Nullable PersonId person,
      @Nullable PersonId standsFor,
      RecipientRole recipientRole,
      ReminderStage stage,
      @Nullable String rule,
      DueDate due,
      @Nullable Suppression suppression,
      @Nullable OmissionReason omission,
      @Nullable Email email) {

    public Optional<Suppression> suppressed() {
      return Optional.ofNullable(suppression);
    }

    public Optional<Email> queuedEmail() {
      return Optional.ofNullable(email);
    }
  }

  public Optional<PolicyRule> matchingRule() {
    return Optional.ofNullable(rule);
  }
}
