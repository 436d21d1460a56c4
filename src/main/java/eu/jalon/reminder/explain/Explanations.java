package eu.jalon.reminder.explain;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.policy.ReminderPolicy;
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
 * Explains reminders, given and not given, from what is on record; where nothing is, from the table
 * in force and the state of today.
 */
@Service
@Transactional(readOnly = true)
public class Explanations {

  private static final int LATEST = 200;
  private static final int MOST_REASONS = 500;

  private final ActionItems items;
  private final OpenItems sheet;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final JdbcReminderRounds rounds;
  private final RoundPlanner planner;
  private final PeopleToRemind readers;
  private final ReminderPolicies policy;
  private final MailQueue mailQueue;
  private final Clock clock;

  Explanations(
      ActionItems items,
      OpenItems sheet,
      JdbcReminders reminders,
      JdbcPauses pauses,
      JdbcReminderRounds rounds,
      RoundPlanner planner,
      PeopleToRemind readers,
      ReminderPolicies policy,
      MailQueue mailQueue,
      Clock clock) {
    this.items = items;
    this.sheet = sheet;
    this.reminders = reminders;
    this.pauses = pauses;
    this.rounds = rounds;
    this.planner = planner;
    this.readers = readers;
    this.policy = policy;
    this.mailQueue = mailQueue;
    this.clock = clock;
  }

  /** The latest 200 reminders about an item, given and held back, latest first. */
  public List<Explanation.Said> history(String actionItemId, Person reader) {
    items.get(actionItemId, reader);
    return said(reminders.ofItem(actionItemId, LocalDate.of(2099, 12, 31), LATEST));
  }

  /** What an email was planned to say, with what it left out; coordinators only. */
  public List<RecordedReminder> ofEmail(UUID email, Person reader) {
    Viewer.requireCoordinator(reader);
    return reminders.ofEmails(List.of(email));
  }

  /** What emails were planned to say about one commitment, by email; coordinators only. */
  public Map<UUID, List<RecordedReminder>> ofEmails(
      Collection<UUID> emails, CommitmentRef about, Person reader) {
    Viewer.requireCoordinator(reader);
    return emails.isEmpty()
        ? Map.of()
        : reminders.ofEmailsAbout(emails, about, MOST_REASONS).stream()
            .filter(entry -> entry.email().isPresent())
            .collect(Collectors.groupingBy(entry -> entry.email().orElseThrow()));
  }

  /** Why somebody was or will be reminded of an item on a day, or nobody is. */
  public Explanation explain(String actionItemId, LocalDate on, Person reader) {
    ActionItemView view = items.get(actionItemId, reader);
    LocalDate day = new DueDate(on).day();
    Explanation.Round round = round(view.item(), day);
    if (round == Explanation.Round.NOT_OPEN || round == Explanation.Round.CLOSED) {
      return new Explanation(view, day, round, List.of(), null);
    }
    List<Explanation.Said> said = new ArrayList<>();
    said.addAll(said(recorded(actionItemId, day)));
    OpenItem line = sheet.stillOpen(List.of(actionItemId)).stream().findFirst().orElse(null);
    if (line == null) {
      return new Explanation(view, day, round, said, null);
    }
    ReminderEvaluator evaluator = planner.evaluator(day, readers.on(day), Set.of());
    said.addAll(unrecorded(line, day, evaluator, said, round));
    return new Explanation(view, day, round, said, fitting(evaluator, line));
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

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, BrusselsTime.ZONE);
  }

  private List<RecordedReminder> recorded(String actionItemId, LocalDate day) {
    return reminders.ofItem(actionItemId, day, LATEST).stream()
        .filter(entry -> entry.on().equals(day))
        .toList();
  }

  /** What was not written down because it is the usual course, or stands from an earlier day. */
  private List<Explanation.Said> unrecorded(
      OpenItem line,
      LocalDate day,
      ReminderEvaluator evaluator,
      List<Explanation.Said> recorded,
      Explanation.Round round) {
    List<String> ids = List.of(line.item().id());
    Set<@Nullable PersonId> named =
        recorded.stream()
            .filter(each -> each.stage() != ReminderStage.BY_HAND)
            .map(Explanation.Said::person)
            .collect(Collectors.toSet());
    return evaluator
        .evaluate(line, reminders.earlier(ids, day.minusDays(1)), pauses.of(ids))
        .stream()
        .filter(reminder -> !named.contains(reminder.recipient().map(Person::id).orElse(null)))
        .filter(reminder -> reminder.suppressed().isPresent() || round == Explanation.Round.TO_COME)
        .map(reminder -> said(reminder, day))
        .toList();
  }

  private ReminderPolicy.@Nullable Line fitting(ReminderEvaluator evaluator, OpenItem line) {
    return line.item()
        .dueOn()
        .map(due -> policy.policy().decide(evaluator.situation(line, due)).rule())
        .flatMap(
            rule ->
                policy.policy().lines().stream()
                    .filter(each -> each.rule().equals(rule))
                    .findFirst())
        .orElse(null);
  }

  private static Explanation.Said said(Reminder reminder, LocalDate day) {
    return new Explanation.Said(
        day,
        reminder.recipient().map(Person::id).orElse(null),
        reminder.standsFor(),
        reminder.audience(),
        reminder.stage(),
        reminder.rule(),
        reminder.due(),
        reminder.suppressed().orElse(null),
        null,
        null);
  }

  private List<Explanation.Said> said(List<RecordedReminder> entries) {
    List<UUID> ids =
        entries.stream()
            .map(RecordedReminder::emailId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<UUID, Email> emails =
        mailQueue.all(ids).stream().collect(Collectors.toMap(Email::id, Function.identity()));
    return entries.stream()
        .map(
            entry ->
                new Explanation.Said(
                    entry.on(),
                    entry.person(),
                    entry.standsFor(),
                    entry.audience(),
                    entry.stage(),
                    entry.rule(),
                    entry.due(),
                    entry.suppression(),
                    entry.outcome(),
                    entry.email().map(emails::get).orElse(null)))
        .toList();
  }
}
