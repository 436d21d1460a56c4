package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.ReminderHistory;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A round in the making: gathers, slice by slice, who hears of which item, and why not. */
final class RoundPlan {

  private record Heard(Person person, String actionItemId) {}

  private final LocalDate day;
  private final ReminderEvaluator ladder;

  private final Map<Person, List<Reminder>> given = new LinkedHashMap<>();
  private final Set<Heard> heard = new HashSet<>();
  private final List<Reminder> newlySuppressed = new ArrayList<>();
  private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

  RoundPlan(LocalDate day, ReminderEvaluator ladder) {
    this.day = day;
    this.ladder = ladder;
  }

  void add(List<OpenItem> slice, ReminderHistory earlier, Pauses pauses) {
    for (OpenItem line : slice) {
      ladder.climb(line, earlier, pauses).forEach(nudge -> record(nudge, earlier));
    }
  }

  /** After the reminders: tells of moved dates whoever does not hear of the item anyway. */
  void inform(List<OpenItem> slice, ReminderHistory earlier) {
    for (OpenItem line : slice) {
      ladder.inform(line, earlier).stream()
          .filter(nudge -> !hears(nudge))
          .forEach(nudge -> record(nudge, earlier));
    }
  }

  private boolean hears(Reminder nudge) {
    return nudge
        .recipient()
        .filter(person -> heard.contains(new Heard(person, nudge.item().id())))
        .isPresent();
  }

  private void record(Reminder nudge, ReminderHistory earlier) {
    nudge
        .suppressed()
        .ifPresentOrElse(
            reason -> hold(nudge, reason, earlier),
            () -> {
              Person person = nudge.recipient().orElseThrow();
              given.computeIfAbsent(person, key -> new ArrayList<>()).add(nudge);
              heard.add(new Heard(person, nudge.item().id()));
            });
  }

  private void hold(Reminder nudge, Suppression reason, ReminderHistory earlier) {
    if (reason.isQuiet()) {
      return;
    }
    suppressed.merge(reason, 1, Integer::sum);
    if (!earlier.holds(nudge)) {
      newlySuppressed.add(nudge);
    }
  }

  LocalDate day() {
    return day;
  }

  /** From which hour on a person wants his letter. */
  int hourOf(Person person) {
    return ladder.recipients().settings(person).hour();
  }

  /** What each person hears of in his letter of the day. */
  Map<Person, List<Reminder>> given() {
    return given;
  }

  /** Suppressed nudges that are not on record yet. */
  List<Reminder> newlySuppressed() {
    return newlySuppressed;
  }

  RoundResult report() {
    int nudges = given.values().stream().mapToInt(List::size).sum();
    return new RoundResult(day, given.size(), nudges, suppressed);
  }
}
