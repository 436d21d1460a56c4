package eu.jalon.reminder.explain;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.mail.Email;
import eu.jalon.reminder.Audience;
import eu.jalon.reminder.ItemOutcome;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderPolicy;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was reminded of an item on a day, or nobody was.
 *
 * @param round what is known of the day's round
 * @param said what was or would be said, to each person
 * @param line the line of the table that fits the day; absent where the item has no due date, or
 *     was not open
 */
public record Explanation(
    ActionItemView view,
    LocalDate day,
    Round round,
    List<Said> said,
    ReminderPolicy.@Nullable Line line) {

  /** What is known of a day's round. */
  public enum Round {
    RAN,
    /** It is still to come, so that all that is said is what would be. */
    TO_COME,
    /** It did not run: a weekend, a day off in both countries, or a downtime. */
    NONE,
    /** The item was not open yet. */
    NOT_OPEN,
    /** The item was closed before. */
    CLOSED
  }

  /**
   * What one person was or would be told, or why not.
   *
   * @param on since when that is so; the day itself, or an earlier one where nothing changed
   * @param person absent where there was nobody to write to
   * @param email the email that carries it, with its language, its state and the relay's reply
   */
  public record Said(
      LocalDate on,
      @Nullable PersonId person,
      @Nullable PersonId standsFor,
      Audience audience,
      ReminderStage stage,
      @Nullable String rule,
      DueDate due,
      @Nullable Suppression suppression,
      @Nullable ItemOutcome outcome,
      @Nullable Email email) {

    public Optional<Suppression> suppressed() {
      return Optional.ofNullable(suppression);
    }

    public Optional<Email> carriedBy() {
      return Optional.ofNullable(email);
    }
  }

  public Optional<ReminderPolicy.Line> fits() {
    return Optional.ofNullable(line);
  }
}
