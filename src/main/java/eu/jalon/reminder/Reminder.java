package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reason to write to somebody about an action item today, or the reason why nobody is.
 *
 * @param rule the line of the table it goes back to
 * @param standsFor whose place the person takes, absent where it is his own
 * @param firstTold whether he hears of the item with this date for the first time
 */
public record Reminder(
    OpenItem line,
    DueDate due,
    ReminderStage stage,
    String rule,
    Audience audience,
    @Nullable Person person,
    @Nullable PersonId standsFor,
    @Nullable Suppression suppression,
    boolean firstTold) {

  /** The rule of a reminder that no line of the table asked for: its date moved. */
  static final String DATE_MOVED = "dateMoved";

  Reminder forTheFirstTime() {
    return new Reminder(line, due, stage, rule, audience, person, standsFor, suppression, true);
  }

  public ActionItemView view() {
    return line.view();
  }

  public ActionItem item() {
    return line.item();
  }

  public Optional<Person> recipient() {
    return Optional.ofNullable(person);
  }

  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  /** What earlier reminders of the same kind are recorded under. */
  Trace trace() {
    return new Trace(item().id(), due, person == null ? null : person.id(), audience);
  }

  /** An item with its due date as one person hears of it; a new due date starts a new evaluator. */
  record Trace(String actionItemId, DueDate due, @Nullable PersonId person, Audience audience) {

    Trace to(Audience other) {
      return new Trace(actionItemId, due, person, other);
    }
  }
}
