package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses the reminders of an item at the request of its owners. The due date does not change, and
 * coordinators are still reminded of an overdue item.
 */
@Service
@Transactional
public class ReminderAnswers {

  /** Working days until the proposed end of a pause. */
  private static final int DEFAULT_DAYS = 5;

  private static final int MAX_DAYS = 10;

  private final ActionItems items;
  private final JdbcPauses pauses;
  private final WorkingDays calendar;
  private final Today today;
  private final Clock clock;

  ReminderAnswers(
      ActionItems items, JdbcPauses pauses, WorkingDays calendar, Today today, Clock clock) {
    this.items = items;
    this.pauses = pauses;
    this.calendar = calendar;
    this.today = today;
    this.clock = clock;
  }

  /**
   * The days on which a pause may end: the first day with reminders again.
   *
   * @param usual the proposed day
   */
  public record Choice(LocalDate first, LocalDate usual, LocalDate last) {}

  @Transactional(readOnly = true)
  public Choice choice(ActionItem item) {
    var party = item.ministry().party();
    LocalDate from = today.of(party);
    return new Choice(
        from.plusDays(1),
        calendar.plus(from, DEFAULT_DAYS, party),
        calendar.plus(from, MAX_DAYS, party));
  }

  /**
   * Pauses the reminders of an item until a day.
   *
   * @throws ValidationError if the item is closed, belongs to another ministry, or the day is not
   *     between tomorrow and ten working days from now
   */
  public void pause(String actionItemId, LocalDate until, Person by) {
    ActionItem item = own(actionItemId, by);
    Choice choice = choice(item);
    if (until.isBefore(choice.first()) || until.isAfter(choice.last())) {
      throw ValidationError.invalid("reminder.snoozeDate", until, choice.first(), choice.last());
    }
    pauses.pause(actionItemId, until, clock.instant(), by.id());
  }

  /**
   * Ends the pause of an item; without a pause nothing changes.
   *
   * @throws ValidationError if the item is closed or belongs to another ministry
   */
  public void resume(String actionItemId, Person by) {
    pauses.resume(own(actionItemId, by).id());
  }

  private ActionItem own(String actionItemId, Person by) {
    ActionItem item = items.get(actionItemId, by).item();
    if (item.status() != ActionItem.Status.OPEN) {
      throw item.closedError();
    }
    if (!by.workplace().equals(Optional.of(item.ministry()))) {
      throw ValidationError.forbidden("actionItem.notYours", item.ref());
    }
    return item;
  }

  /** The end of a current pause of an item: the first day with reminders again. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> pausedUntil(ActionItem item) {
    return Optional.of(pauses.of(List.of(item.id())).until(item.id()))
        .filter(until -> until.isAfter(today.of(item.ministry().party())));
  }

  /** The same of several items, by their ids; without items that have no pause. */
  @Transactional(readOnly = true)
  public Map<String, LocalDate> pausedUntil(Collection<ActionItem> items) {
    Pauses all = pauses.of(items.stream().map(ActionItem::id).toList());
    return items.stream()
        .filter(item -> all.until(item.id()).isAfter(today.of(item.ministry().party())))
        .collect(Collectors.toMap(ActionItem::id, item -> all.until(item.id())));
  }
}
