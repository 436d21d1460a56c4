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
 * One reminder of an action item to one person today, or the reason why it is suppressed.
 *
 * @param rule the id of the policy rule that asked for it
 * @param person absent if the item has no recipient
 * @param standsFor the absent person whom the recipient replaces
 * @param firstMention whether it is the first reminder of the item with this due date to the person
 */
public record Reminder(
    OpenItem openItem,
    DueDate due,
    ReminderStage stage,
    String rule,
    RecipientRole recipientRole,
    @Nullable Person person,
    @Nullable PersonId standsFor,
    @Nullable Suppression suppression,
    boolean firstMention) {

  /** The rule of a reminder that no policy rule asked for: the due date changed. */
  static final String DATE_MOVED = "dateMoved";

  Reminder asFirstMention() {
    return new Reminder(
        openItem, due, stage, rule, recipientRole, person, standsFor, suppression, true);
  }

  public ActionItemView view() {
    return openItem.view();
  }

  public ActionItem item() {
    return openItem.item();
  }

  public Optional<Person> recipient() {
    return Optional.ofNullable(person);
  }

  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  Key key() {
    return new Key(item().id(), due, person == null ? null : person.id(), recipientRole);
  }

  /** Identifies the reminders of an item with one due date to one person in one role. */
  record Key(
      String actionItemId, DueDate due, @Nullable PersonId person, RecipientRole recipientRole) {

    Key withRole(RecipientRole other) {
      return new Key(actionItemId, due, person, other);
    }
  }
}
