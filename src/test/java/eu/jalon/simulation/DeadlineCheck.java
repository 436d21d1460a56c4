package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges by emails that were sent alone whether people heard in time.
 *
 * <p><b>Before it is due.</b> From ten working days before its due date to that date the table says
 * something on every day. A <i>chance</i> is a working day of the ministry's party within them on
 * which the round ran, the relay answered, and the item was open with that very due date when the
 * round began. An item that had a chance was told to somebody by an email sent on or before its due
 * date, or it is on record by then why not: a reason for which a reminder was held back, or what
 * had become of it when its email was to be sent. One without a chance was opened or got its date
 * too late, or all the days it had were without rounds.
 *
 * <p><b>Ten working days overdue.</b> On the evening of every working day of its party on which the
 * round ran and the relay answered, an item that was overdue for ten working days or more that
 * morning was told to a coordinator of its party less than five working days ago, today included:
 * that is within one working day of rounds at first, and on the fifth again. Coordinators who are
 * all away, or hold back their own item with a reason that is on record, need not hear.
 */
final class DeadlineCheck {

  private static final int ESCALATED_FROM = 10;
  private static final int AGAIN_AFTER = 5;

  private final SimulationCalendar days;
  private final SimulatedPeople people;
  private final ReminderHistory memory;
  private final Map<ReminderHistory.About, LocalDate> chances = new HashMap<>();
  private final Set<ReminderHistory.About> judged = new HashSet<>();

  DeadlineCheck(SimulationCalendar days, SimulatedPeople people, ReminderHistory memory) {
    this.days = days;
    this.people = people;
    this.memory = memory;
  }

  /** On the morning of a round: what fell due since the last one was told before. */
  void morning(RoundInput morning) {
    for (OpenItem item : morning.items()) {
      if (!item.isOverdue(morning.day()) || !judged.add(RoundCheck.about(item))) {
        continue;
      }
      ReminderHistory.About about = RoundCheck.about(item);
      LocalDate chance = chances.get(about);
      if (chance != null
          && !memory.wasTold(about, item.due())
          && !memory.isExcused(about, item.due())) {
        throw new AssertionError(
            "%s: %s fell due and nobody was told, though an email could have said so on %s"
                .formatted(morning.day(), item, chance));
      }
    }
  }

  /** On the evening of a day on which the round ran and the relay answered. */
  void evening(
      RoundInput morning, List<DatabaseSnapshot.Row> rows, Map<String, OpenItem> stillOpen) {
    for (OpenItem item : morning.items()) {
      PartyCode party = item.party();
      if (item.due() == null || !days.isWorking(morning.day(), party)) {
        continue;
      }
      int left = days.between(morning.day(), item.due(), party);
      if (left >= 0 && !item.isOverdue(morning.day()) && left <= ExpectedStage.ALWAYS_FROM) {
        chances.putIfAbsent(RoundCheck.about(item), morning.day());
      }
      OpenItem now = stillOpen.get(item.id());
      if (left <= -ESCALATED_FROM && now != null && item.due().equals(now.due())) {
        escalated(item, morning, rows);
      }
    }
  }

  private void escalated(OpenItem item, RoundInput morning, List<DatabaseSnapshot.Row> rows) {
    LocalDate day = morning.day();
    LocalDate last = memory.coordinatorsTold(RoundCheck.about(item), item.party()).orElse(null);
    if (last != null && days.between(last, day, item.party()) < AGAIN_AFTER) {
      return;
    }
    for (Person coordinator : people.coordinators(item.party())) {
      if (!isExcused(coordinator, item, morning, rows)) {
        throw new AssertionError(
            "%s: %s is overdue, and the coordinators of %s, %s among them, were told %s"
                .formatted(
                    day,
                    item,
                    item.party(),
                    coordinator.id(),
                    last == null ? "never" : "last on " + last));
      }
    }
  }

  private boolean isExcused(
      Person coordinator, OpenItem item, RoundInput morning, List<DatabaseSnapshot.Row> rows) {
    boolean leftOut =
        rows.stream()
            .anyMatch(
                row ->
                    row.item().equals(item.id())
                        && coordinator.id().equals(row.person())
                        && (row.outcome() != null || row.status() == EmailStatus.FAILED));
    if (leftOut || !morning.circles().isReachable(coordinator)) {
      return true;
    }
    for (RecipientRole recipientRole : RecipientRole.values()) {
      ReminderHistory.Trace trace =
          new ReminderHistory.Trace(
              RoundCheck.about(item), coordinator.id(), recipientRole, ReminderStage.ESCALATED);
      if (memory.reasons(trace).stream()
          .anyMatch(why -> morning.holds(why, item, coordinator, recipientRole, days))) {
        return true;
      }
    }
    return false;
  }
}
