package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.ReminderHistory;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Plans the round of a day from the current state, page by page; writes nothing. */
@Component
public class RoundPlanner {

  /** Calendar days within which the owners are informed of a changed due date. */
  private static final int DATE_CHANGE_DAYS = 14;

  private final OpenItems openItems;
  private final WorkingDays calendar;
  private final ReminderPolicies policies;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final int batch;

  RoundPlanner(
      OpenItems openItems,
      WorkingDays calendar,
      ReminderPolicies policies,
      JdbcReminders reminders,
      JdbcPauses pauses,
      @Value("${jalon.reminder.batch:2000}") int batch) {
    this.openItems = openItems;
    this.calendar = calendar;
    this.policies = policies;
    this.reminders = reminders;
    this.pauses = pauses;
    this.batch = batch;
  }

  /** A page of open items, with their earlier reminders and pauses. */
  record Slice(List<OpenItem> items, ReminderHistory history, Pauses pauses) {}

  /**
   * The reminders of a page of items.
   *
   * @param reminders suppressed ones included
   * @param history the earlier ones
   */
  record Page(List<Reminder> reminders, ReminderHistory history) {

    Stream<Reminder> sent() {
      return reminders.stream().filter(reminder -> reminder.suppressed().isEmpty());
    }

    /** Suppressed reminders that are not recorded yet. */
    Stream<Reminder> newlySuppressed() {
      return reminders.stream()
          .filter(reminder -> reminder.suppressed().filter(reason -> !reason.isQuiet()).isPresent())
          .filter(reminder -> !history.containsSuppressed(reminder));
    }
  }

  /** Passes the reminders of the evaluator's day to the consumer, page by page. */
  void plan(LocalDate day, ReminderEvaluator evaluator, Consumer<Page> consumer) {
    slices(
        horizon(day),
        day,
        slice ->
            consumer.accept(
                new Page(
                    slice.items().stream()
                        .flatMap(item -> evaluate(item, day, evaluator, slice))
                        .toList(),
                    slice.history())));
  }

  private static Stream<Reminder> evaluate(
      OpenItem item, LocalDate day, ReminderEvaluator evaluator, Slice slice) {
    List<Reminder> reminders = evaluator.evaluate(item, slice.history(), slice.pauses());
    if (!item.wasMovedSince(movedSince(day))) {
      return reminders.stream();
    }
    Set<Person> reminded =
        reminders.stream()
            .filter(reminder -> reminder.suppressed().isEmpty())
            .flatMap(reminder -> reminder.recipient().stream())
            .collect(Collectors.toSet());
    return Stream.concat(
        reminders.stream(),
        evaluator.dateChanges(item, slice.history()).stream()
            .filter(change -> change.recipient().filter(reminded::contains).isEmpty()));
  }

  public ReminderEvaluator evaluator(
      LocalDate day, Recipients recipients, Set<PersonId> alreadyEmailed) {
    return new ReminderEvaluator(day, policies.policy(), recipients, calendar, alreadyEmailed);
  }

  /** The last due date for which the policy can ask for a reminder on a day. */
  LocalDate horizon(LocalDate day) {
    int ahead = policies.policy().horizon();
    return calendar.latestPlus(day, ahead + 1);
  }

  /**
   * Passes all open items due until a day, or given another date shortly before another day, to the
   * consumer, with their history up to that other day.
   */
  void slices(LocalDate dueUntil, LocalDate historyUntil, Consumer<Slice> consumer) {
    LocalDate movedSince = movedSince(historyUntil);
    // No reminder was ever recorded: there is no history to read. PostgreSQL has no statistics on
    // what the first round writes meanwhile, and would search all of it for each batch.
    boolean first = reminders.isEmpty();
    List<OpenItem> items = openItems.due(dueUntil, movedSince, null, batch);
    while (!items.isEmpty()) {
      List<String> ids = items.stream().map(item -> item.item().id()).toList();
      ReminderHistory history =
          first ? ReminderHistory.empty() : reminders.historyOf(ids, historyUntil);
      consumer.accept(new Slice(items, history, pauses.of(ids)));
      items = openItems.due(dueUntil, movedSince, items.get(items.size() - 1), batch);
    }
  }

  private static LocalDate movedSince(LocalDate day) {
    return day.minusDays(DATE_CHANGE_DAYS);
  }
}
