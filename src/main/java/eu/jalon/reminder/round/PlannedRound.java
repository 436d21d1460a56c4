package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.ReminderHistory;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collects the reminders of one round by recipient, and the suppressed ones. */
final class PlannedRound {

  private record RemindedItem(Person person, String actionItemId) {}

  private final LocalDate day;
  private final ReminderEvaluator evaluator;

  private final Map<Person, List<Reminder>> reminders = new LinkedHashMap<>();
  private final Map<Person, List<ChangeNotice>> news = new LinkedHashMap<>();
  private final Set<RemindedItem> reminded = new HashSet<>();
  private final List<Reminder> newlySuppressed = new ArrayList<>();
  private final Map<MeetingId, Map<Suppression, Integer>> suppressed = new HashMap<>();

  PlannedRound(LocalDate day, ReminderEvaluator evaluator) {
    this.day = day;
    this.evaluator = evaluator;
  }

  void addReminders(List<OpenItem> items, ReminderHistory history, Pauses pauses) {
    for (OpenItem item : items) {
      evaluator.evaluate(item, history, pauses).forEach(reminder -> add(reminder, history));
    }
  }

  /** Adds changed due dates, except for people already reminded of the item; to be called last. */
  void addDateChanges(List<OpenItem> items, ReminderHistory history) {
    for (OpenItem item : items) {
      evaluator.dateChanges(item, history).stream()
          .filter(reminder -> !isReminded(reminder))
          .forEach(reminder -> add(reminder, history));
    }
  }

  /** Adds the news of a person, who gets an e-mail even without a reminder; to be called last. */
  void addNews(Person person, List<ChangeNotice> notices) {
    news.put(person, notices);
  }

  private boolean isReminded(Reminder reminder) {
    return reminder
        .recipient()
        .filter(person -> reminded.contains(new RemindedItem(person, reminder.item().id())))
        .isPresent();
  }

  private void add(Reminder reminder, ReminderHistory history) {
    reminder
        .suppressed()
        .ifPresentOrElse(
            reason -> addSuppressed(reminder, reason, history),
            () -> {
              Person person = reminder.recipient().orElseThrow();
              reminders.computeIfAbsent(person, key -> new ArrayList<>()).add(reminder);
              reminded.add(new RemindedItem(person, reminder.item().id()));
            });
  }

  private void addSuppressed(Reminder reminder, Suppression reason, ReminderHistory history) {
    if (reason.isQuiet()) {
      return;
    }
    suppressed
        .computeIfAbsent(meeting(reminder), key -> new EnumMap<>(Suppression.class))
        .merge(reason, 1, Integer::sum);
    if (!history.containsSuppressed(reminder)) {
      newlySuppressed.add(reminder);
    }
  }

  LocalDate day() {
    return day;
  }

  /** The hour, in the zone of the person's party, from which a person receives e-mails. */
  int sendingHour(Person person) {
    return evaluator.recipients().settings(person).hour();
  }

  /** The reminders in the e-mail of each person. */
  Map<Person, List<Reminder>> reminders() {
    return reminders;
  }

  /** The people who get an e-mail, for reminders or news. */
  Set<Person> people() {
    Set<Person> people = new LinkedHashSet<>(reminders.keySet());
    people.addAll(news.keySet());
    return people;
  }

  List<Reminder> remindersOf(Person person) {
    return reminders.getOrDefault(person, List.of());
  }

  List<ChangeNotice> newsOf(Person person) {
    return news.getOrDefault(person, List.of());
  }

  /** The news in the e-mail of each person. */
  Map<PersonId, List<ChangeNotice>> news() {
    return news.entrySet().stream()
        .collect(Collectors.toMap(told -> told.getKey().id(), Map.Entry::getValue));
  }

  /** Suppressed reminders that are not recorded yet. */
  List<Reminder> newlySuppressed() {
    return newlySuppressed;
  }

  RoundResult result() {
    return result(meeting -> true);
  }

  /** The e-mails and reminders about commitments of some meetings. */
  RoundResult result(Predicate<MeetingId> counted) {
    List<Integer> byPerson =
        reminders.values().stream()
            .map(all -> (int) all.stream().filter(each -> counted.test(meeting(each))).count())
            .filter(count -> count > 0)
            .toList();
    Map<Suppression, Integer> reasons = new EnumMap<>(Suppression.class);
    suppressed.forEach(
        (meeting, counts) -> {
          if (counted.test(meeting)) {
            counts.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
          }
        });
    return new RoundResult(
        day, byPerson.size(), byPerson.stream().mapToInt(Integer::intValue).sum(), reasons);
  }

  private static MeetingId meeting(Reminder reminder) {
    return reminder.item().ref().meeting();
  }
}
