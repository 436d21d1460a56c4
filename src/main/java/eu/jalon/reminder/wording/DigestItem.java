package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Reminder;
import eu.jalon.shared.DueDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One action item in a digest.
 *
 * @param standsFor the absent person whom the recipient replaces
 * @param dateChanges the number of times its due date was changed
 * @param firstMention whether it is the first e-mail to the recipient with this due date
 */
public record DigestItem(
    ActionItemView view,
    DueDate due,
    RecipientRole recipientRole,
    @Nullable Person standsFor,
    int dateChanges,
    boolean firstMention) {

  /** The most overdue first. */
  static final Comparator<DigestItem> BY_URGENCY =
      Comparator.comparing(DigestItem::due)
          .thenComparing(item -> item.view().item().ref())
          .thenComparing(item -> item.view().item().id());

  public static DigestItem of(Reminder reminder) {
    return new DigestItem(
        reminder.view(),
        reminder.due(),
        reminder.recipientRole(),
        null,
        reminder.openItem().dateChanges(),
        reminder.firstMention());
  }

  Optional<Person> absent() {
    return Optional.ofNullable(standsFor);
  }

  /** Whether the recipient can complete the item. */
  boolean isOwn() {
    return recipientRole == RecipientRole.OWNER
        || recipientRole == RecipientRole.SUBSTITUTE
        || recipientRole == RecipientRole.INFORMED;
  }
}
