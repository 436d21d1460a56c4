package eu.jalon.reminder.explain;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.reminder.round.RoundPlanner;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Explains sent and suppressed reminders from the records; without a record, from the reminder
 * policy in force and the current state.
 */
@Service
@Transactional(readOnly = true)
public class Explanations {

  private static final int MAX_HISTORY = 200;
  private static final int MAX_REASONS = 500;

  private final ActionItems items;
  private final OpenItems openItems;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final JdbcReminderRounds rounds;
  private final RoundPlanner planner;
  private final RecipientDirectory recipients;
  private final ReminderPolicies policies;
  private final MailQueue mailQueue;
  private final Viewers viewers;
  private final Clock clock;

  Explanations(
      ActionItems items,
      OpenItems openItems,
      JdbcReminders reminders,
      JdbcPauses pauses,
      JdbcReminderRounds rounds,
      RoundPlanner planner,
      RecipientDirectory recipients,
      ReminderPolicies policies,
      MailQueue mailQueue,
      Viewers viewers,
      Clock clock) {
    this.items = items;
    this.openItems = openItems;
    this.reminders = reminders;
    this.pauses = pauses;
    this.rounds = rounds;
    this.planner = planner;
    this.recipients = recipients;
    this.policies = policies;
    this.mailQueue = mailQueue;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** The latest 200 reminders of an item, sent and suppressed, latest first. */
  public List<Explanation.Entry> history(String actionItemId, Person reader) {
    items.get(actionItemId, reader);
    return entries(reminders.ofItem(actionItemId, LocalDate.of(2099, 12, 31), MAX_HISTORY));
  }

  /** The reminders planned for an e-mail, those it left out included; for coordinators. */
  public List<RecordedReminder> ofEmail(UUID email, Person reader) {
    mailQueue.get(email, viewers.ofCoordinator(reader).series());
    return reminders.ofEmails(List.of(email));
  }

  /** The reminders of one commitment planned for e-mails, by e-mail id; for coordinators. */
  public Map<UUID, List<RecordedReminder>> ofEmails(
      Collection<UUID> emails, CommitmentRef about, Person reader) {
    Viewer.requireCoordinator(reader);
    return emails.isEmpty()
        ? Map.of()
        : reminders.ofEmailsAbout(emails, about, MAX_REASONS).stream()
            .filter(entry -> entry.email().isPresent())
            .collect(Collectors.groupingBy(entry -> entry.email().orElseThrow()));
  }

  /** Explains the reminders of an item on a past, current or future day. */
  public Explanation explain(String actionItemId, LocalDate on, Person reader) {
    ActionItemView view = items.get(actionItemId, reader);
    LocalDate day = new DueDate(on).day();
    Explanation.Round round = round(view.item(), day);
    if (round == Explanation.Round.NOT_OPEN || round == Explanation.Round.CLOSED) {
      return new Explanation(view, day, round, List.of(), null);
    }
    List<Explanation.Entry> entries = new ArrayList<>();
    entries.addAll(entries(recorded(actionItemId, day)));
    OpenItem item = openItems.stillOpen(List.of(actionItemId)).stream().findFirst().orElse(null);
    if (item == null) {
      return new Explanation(view, day, round, entries, null);
    }
    ReminderEvaluator evaluator = planner.evaluator(day, recipients.on(day), Set.of());
    entries.addAll(unrecorded(item, day, evaluator, entries, round));
    return new Explanation(view, day, round, entries, matchingRule(evaluator, item));
  }

  private Explanation.Round round(ActionItem item, LocalDate day) {
    if (day.isBefore(date(item.createdAt()))) {
      return Explanation.Round.NOT_OPEN;
    }
    Instant closedAt = item.closedAt();
    if (closedAt != null && day.isAfter(date(closedAt))) {
      return Explanation.Round.CLOSED;
    }
    if (rounds.hasRun(day)) {
      return Explanation.Round.RAN;
    }
    return day.isBefore(BrusselsTime.today(clock))
        ? Explanation.Round.NONE
        : Explanation.Round.TO_COME;
  }

  /** The day of a round, as Brussels counts it. */
  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, BrusselsTime.ZONE);
  }

  private List<RecordedReminder> recorded(String actionItemId, LocalDate day) {
    return reminders.ofItem(actionItemId, day, MAX_HISTORY).stream()
        .filter(entry -> entry.on().equals(day))
        .toList();
  }

  /** Reminders without a record of the day: not due, unchanged, or still to come. */
  private List<Explanation.Entry> unrecorded(
      OpenItem item,
      LocalDate day,
      ReminderEvaluator evaluator,
      List<Explanation.Entry> recorded,
      Explanation.Round round) {
    List<String> ids = List.of(item.item().id());
    Set<@Nullable PersonId> recordedPeople =
        recorded.stream()
            .filter(entry -> entry.stage() != ReminderStage.MANUAL)
            .map(Explanation.Entry::person)
            .collect(Collectors.toSet());
    return evaluator
        .evaluate(item, reminders.historyOf(ids, day.minusDays(1)), pauses.of(ids))
        .stream()
        .filter(
            reminder -> !recordedPeople.contains(reminder.recipient().map(Person::id).orElse(null)))
        .filter(reminder -> reminder.suppressed().isPresent() || round == Explanation.Round.TO_COME)
        .map(reminder -> entry(reminder, day))
        .toList();
  }

  private @Nullable PolicyRule matchingRule(ReminderEvaluator evaluator, OpenItem item) {
    return item.item()
        .dueOn()
        .map(due -> policies.policy().decide(evaluator.situation(item, due)).rule())
        .flatMap(
            id ->
                policies.policy().rules().stream().filter(rule -> rule.id().equals(id)).findFirst())
        .orElse(null);
  }

  private static Explanation.Entry entry(Reminder reminder, LocalDate day) {
    return new Explanation.Entry(
        day,
        reminder.recipient().map(Person::id).orElse(null),
        reminder.standsFor(),
        reminder.recipientRole(),
        reminder.stage(),
        reminder.rule(),
        reminder.due(),
        reminder.suppressed().orElse(null),
        null,
        null);
  }

  private List<Explanation.Entry> entries(List<RecordedReminder> recorded) {
    List<UUID> ids =
        recorded.stream()
            .map(RecordedReminder::emailId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<UUID, Email> emails =
        mailQueue.all(ids).stream().collect(Collectors.toMap(Email::id, Function.identity()));
    return recorded.stream()
        .map(
            entry ->
                new Explanation.Entry(
                    entry.on(),
                    entry.person(),
                    entry.standsFor(),
                    entry.recipientRole(),
                    entry.stage(),
                    entry.rule(),
                    entry.due(),
                    entry.suppression(),
                    entry.omission(),
                    entry.email().map(emails::get).orElse(null)))
        .toList();
  }
}
