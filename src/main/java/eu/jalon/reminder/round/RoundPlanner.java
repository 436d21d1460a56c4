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

/** Plans the round of a day from the current state, batch by batch; writes nothing. */
@Component
public class RoundPlanner {

  /** Calendar days within which the owners are informed of a changed due date. */
  private static final int DATE_CHANGE_DAYS = 14;

  private final OpenItems openItems;
  private final WorkingDays calendar;
  private final ReminderPolicies policies;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final int batchSize;

  RoundPlanner(
      OpenItems openItems,
      WorkingDays calendar,
      ReminderPolicies policies,
      JdbcReminders reminders,
      JdbcPauses pauses,
      @Value("${jalon.reminder.batch:2000}") int batchSize) {
    this.openItems = openItems;
    this.calendar = calendar;
    this.policies = policies;
    this.reminders = reminders;
    this.pauses = pauses;
    this.batchSize = batchSize;
  }

  /** A batch of open items, with their earlier reminders and pauses. */
  record ItemBatch(List<OpenItem> items, ReminderHistory history, Pauses pauses) {}

  /**
   * The reminders of a batch of items.
   *
   * @param reminders suppressed ones included
   * @param history the earlier ones
   */
  record ReminderBatch(List<Reminder> reminders, ReminderHistory history) {

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

  /** Passes the reminders of the evaluator's day to the consumer, batch by batch. */
  void plan(LocalDate day, ReminderEvaluator evaluator, Consumer<ReminderBatch> consumer) {
    forEachBatch(
        horizon(day),
        day,
        batch ->
            consumer.accept(
                new ReminderBatch(
                    batch.items().stream()
                        .flatMap(item -> evaluate(item, day, evaluator, batch))
                        .toList(),
                    batch.history())));
  }

  private static Stream<Reminder> evaluate(
      OpenItem item, LocalDate day, ReminderEvaluator evaluator, ItemBatch batch) {
    List<Reminder> reminders = evaluator.evaluate(item, batch.history(), batch.pauses());
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
        evaluator.dateChanges(item, batch.history()).stream()
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
  void forEachBatch(LocalDate dueUntil, LocalDate historyUntil, Consumer<ItemBatch> consumer) {
    LocalDate movedSince = movedSince(historyUntil);
    // No reminder was ever recorded: there is no history to read. PostgreSQL has no statistics on
    // what the first round writes meanwhile, and would search all of it for each batch.
    boolean first = reminders.isEmpty();
    List<OpenItem> items = openItems.due(dueUntil, movedSince, null, batchSize);
    while (!items.isEmpty()) {
      List<String> ids = items.stream().map(item -> item.item().id()).toList();
      ReminderHistory history =
          first ? ReminderHistory.empty() : reminders.historyOf(ids, historyUntil);
      consumer.accept(new ItemBatch(items, history, pauses.of(ids)));
      items = openItems.due(dueUntil, movedSince, items.get(items.size() - 1), batchSize);
    }
  }

  private static LocalDate movedSince(LocalDate day) {
    return day.minusDays(DATE_CHANGE_DAYS);
  }
}
