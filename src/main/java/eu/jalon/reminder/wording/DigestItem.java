package eu.jalon.reminder.wording;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.reminder.Audience;
import eu.jalon.reminder.Reminder;
import eu.jalon.shared.DueDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One action item as a digest tells of it.
 *
 * @param standsFor whose place the reader takes
 * @param dateChanges how often its date was changed
 * @param firstTold whether the reader hears of it with this date for the first time
 */
public record DigestItem(
    ActionItemView view,
    DueDate due,
    Audience audience,
    @Nullable Person standsFor,
    int dateChanges,
    boolean firstTold) {

  /** The most overdue first. */
  static final Comparator<DigestItem> BY_URGENCY =
      Comparator.comparing(DigestItem::due)
          .thenComparing(item -> item.view().item().ref())
          .thenComparing(item -> item.view().item().id());

  public static DigestItem of(Reminder reminder) {
    return new DigestItem(
        reminder.view(),
        reminder.due(),
        reminder.audience(),
        null,
        reminder.line().dateChanges(),
        reminder.firstTold());
  }

  Optional<Person> absent() {
    return Optional.ofNullable(standsFor);
  }

  /** Whether the reader can do something about it himself. */
  boolean isHis() {
    return audience == Audience.OWNER
        || audience == Audience.SUBSTITUTE
        || audience == Audience.INFORMED;
  }
}
