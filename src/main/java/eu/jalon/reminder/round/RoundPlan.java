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
  private final ReminderEvaluator evaluator;

  private final Map<Person, List<Reminder>> given = new LinkedHashMap<>();
  private final Set<Heard> heard = new HashSet<>();
  private final List<Reminder> newlySuppressed = new ArrayList<>();
  private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

  RoundPlan(LocalDate day, ReminderEvaluator evaluator) {
    this.day = day;
    this.evaluator = evaluator;
  }

  void add(List<OpenItem> slice, ReminderHistory earlier, Pauses pauses) {
    for (OpenItem line : slice) {
      evaluator.evaluate(line, earlier, pauses).forEach(reminder -> record(reminder, earlier));
    }
  }

  /** After the reminders: tells of moved dates whoever does not hear of the item anyway. */
  void inform(List<OpenItem> slice, ReminderHistory earlier) {
    for (OpenItem line : slice) {
      evaluator.inform(line, earlier).stream()
          .filter(reminder -> !hears(reminder))
          .forEach(reminder -> record(reminder, earlier));
    }
  }

  private boolean hears(Reminder reminder) {
    return reminder
        .recipient()
        .filter(person -> heard.contains(new Heard(person, reminder.item().id())))
        .isPresent();
  }

  private void record(Reminder reminder, ReminderHistory earlier) {
    reminder
        .suppressed()
        .ifPresentOrElse(
            reason -> hold(reminder, reason, earlier),
            () -> {
              Person person = reminder.recipient().orElseThrow();
              given.computeIfAbsent(person, key -> new ArrayList<>()).add(reminder);
              heard.add(new Heard(person, reminder.item().id()));
            });
  }

  private void hold(Reminder reminder, Suppression reason, ReminderHistory earlier) {
    if (reason.isQuiet()) {
      return;
    }
    suppressed.merge(reason, 1, Integer::sum);
    if (!earlier.holds(reminder)) {
      newlySuppressed.add(reminder);
    }
  }

  LocalDate day() {
    return day;
  }

  /** From which hour on a person wants his email. */
  int hourOf(Person person) {
    return evaluator.recipients().settings(person).hour();
  }

  /** What each person hears of in his email of the day. */
  Map<Person, List<Reminder>> given() {
    return given;
  }

  /** Suppressed reminders that are not on record yet. */
  List<Reminder> newlySuppressed() {
    return newlySuppressed;
  }

  RoundResult report() {
    int reminders = given.values().stream().mapToInt(List::size).sum();
    return new RoundResult(day, given.size(), reminders, suppressed);
  }
}
