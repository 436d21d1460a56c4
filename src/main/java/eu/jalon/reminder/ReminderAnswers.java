package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody answers to a reminder when he has nothing to report yet: that he is on it. That
 * pauses the reminders of the item for its owners and never moves its due date; coordinators hear
 * of what is late all the same.
 */
@Service
@Transactional
public class ReminderAnswers {

  /** A pause lasts so many working days unless another day is chosen. */
  private static final int USUAL = 5;

  private static final int LONGEST = 10;

  private final ActionItems items;
  private final JdbcPauses pauses;
  private final WorkingDays calendar;
  private final Clock clock;

  ReminderAnswers(ActionItems items, JdbcPauses pauses, WorkingDays calendar, Clock clock) {
    this.items = items;
    this.pauses = pauses;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Days to choose from: reminders go on on the day chosen.
   *
   * @param usual what is proposed
   * @param last the latest that is possible
   */
  public record Choice(LocalDate first, LocalDate usual, LocalDate last) {}

  @Transactional(readOnly = true)
  public Choice choice(ActionItem item) {
    LocalDate today = BrusselsTime.today(clock);
    var country = item.ministry().country();
    return new Choice(
        today.plusDays(1),
        calendar.plus(today, USUAL, country),
        calendar.plus(today, LONGEST, country));
  }

  /**
   * Pauses the reminders of an item until a day. Refuses what is done already, what is another
   * ministry's, and a day beyond ten working days.
   */
  public void onIt(String actionItemId, LocalDate until, Person by) {
    ActionItem item = items.get(actionItemId, by).item();
    if (item.status() != ActionItem.Status.OPEN) {
      throw ValidationError.conflict("actionItem.closed", item.ref());
    }
    if (!by.workplace().equals(Optional.of(item.ministry()))) {
      throw ValidationError.forbidden("actionItem.notYours", item.ref());
    }
    Choice choice = choice(item);
    if (until.isBefore(choice.first()) || until.isAfter(choice.last())) {
      throw ValidationError.invalid("reminder.snoozeDate", until, choice.first(), choice.last());
    }
    pauses.pause(actionItemId, until, clock.instant(), by.id());
  }

  /** The day on which reminders of an item go on, where somebody paused them and it is to come. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> pausedUntil(String actionItemId) {
    return Optional.of(pauses.of(List.of(actionItemId)).until(actionItemId))
        .filter(until -> until.isAfter(BrusselsTime.today(clock)));
  }
}
