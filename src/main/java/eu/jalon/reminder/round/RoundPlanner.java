package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.ReminderHistory;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.News;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans the round of a day from the current state; writes nothing. */
@Component
public class RoundPlanner {

  /** Calendar days within which the owners are informed of a changed due date. */
  private static final int DATE_CHANGE_DAYS = 14;

  private final OpenItems openItems;
  private final RecipientDirectory recipientDirectory;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final ReminderPolicies policies;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final News news;
  private final Clock clock;

  RoundPlanner(
      OpenItems openItems,
      RecipientDirectory recipientDirectory,
      WorkingDays calendar,
      MailQueue mailQueue,
      ReminderPolicies policies,
      JdbcReminders reminders,
      JdbcPauses pauses,
      News news,
      Clock clock) {
    this.openItems = openItems;
    this.recipientDirectory = recipientDirectory;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.policies = policies;
    this.reminders = reminders;
    this.pauses = pauses;
    this.news = news;
    this.clock = clock;
  }

  /** A page of open items, with their earlier reminders and pauses. */
  record Slice(List<OpenItem> items, ReminderHistory history, Pauses pauses) {}

  PlannedRound plan(LocalDate day) {
    Recipients recipients = recipientDirectory.on(day);
    Set<PersonId> alreadyEmailed = mailQueue.recipients(day, EmailKind.DIGEST.name());
    PlannedRound plan = new PlannedRound(day, evaluator(day, recipients, alreadyEmailed));
    slices(
        horizon(day),
        day,
        slice -> plan.addReminders(slice.items(), slice.history(), slice.pauses()));
    moved(day, plan::addDateChanges);
    Map<PersonId, List<ChangeNotice>> untold = news.untold(clock.instant(), day, recipients);
    Stream.concat(
            plan.people().stream(),
            news.recipients(untold.keySet(), day, recipients, alreadyEmailed).stream())
        .filter(person -> untold.containsKey(person.id()))
        .distinct()
        .forEach(person -> plan.addNews(person, untold.getOrDefault(person.id(), List.of())));
    return plan;
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

  /** Passes all open items due until a day to the consumer, with their history up to another. */
  void slices(LocalDate dueUntil, LocalDate historyUntil, Consumer<Slice> consumer) {
    List<OpenItem> items = openItems.due(dueUntil, "");
    while (!items.isEmpty()) {
      List<String> ids = ids(items);
      consumer.accept(new Slice(items, reminders.historyOf(ids, historyUntil), pauses.of(ids)));
      items = openItems.due(dueUntil, ids.get(ids.size() - 1));
    }
  }

  private void moved(LocalDate day, BiConsumer<List<OpenItem>, ReminderHistory> consumer) {
    LocalDate since = day.minusDays(DATE_CHANGE_DAYS);
    List<OpenItem> items = openItems.moved(since, "");
    while (!items.isEmpty()) {
      List<String> ids = ids(items);
      consumer.accept(items, reminders.historyOf(ids, day));
      items = openItems.moved(since, ids.get(ids.size() - 1));
    }
  }

  private static List<String> ids(List<OpenItem> items) {
    return items.stream().map(item -> item.item().id()).toList();
  }
}
