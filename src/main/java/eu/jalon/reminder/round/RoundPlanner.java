package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.ReminderHistory;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.Country;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Plans a day from what the other rooms hold now; writes nothing. */
@Component
public class RoundPlanner {

  /** A date that moved is told within so many days, or not at all any more. */
  private static final int TOLD_WITHIN = 14;

  private final OpenItems sheet;
  private final PeopleToRemind readers;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final ReminderPolicies policy;
  private final JdbcReminders reminders;
  private final JdbcPauses pauses;

  RoundPlanner(
      OpenItems sheet,
      PeopleToRemind readers,
      WorkingDays calendar,
      MailQueue mailQueue,
      ReminderPolicies policy,
      JdbcReminders reminders,
      JdbcPauses pauses) {
    this.sheet = sheet;
    this.readers = readers;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.policy = policy;
    this.reminders = reminders;
    this.pauses = pauses;
  }

  /** Some items, what was said of them before, and which of them are paused. */
  record Slice(List<OpenItem> lines, ReminderHistory earlier, Pauses pauses) {}

  RoundPlan plan(LocalDate day) {
    RoundPlan plan =
        new RoundPlan(
            day,
            evaluator(day, readers.on(day), mailQueue.writtenTo(day, EmailKind.DIGEST.name())));
    slices(horizon(day), day, slice -> plan.add(slice.lines(), slice.earlier(), slice.pauses()));
    moved(day, plan::inform);
    return plan;
  }

  public ReminderEvaluator evaluator(
      LocalDate day, Recipients recipients, Set<PersonId> alreadyWritten) {
    return new ReminderEvaluator(day, policy.policy(), recipients, calendar, alreadyWritten);
  }

  /** The last due date that can matter on a day, by the slower of the two calendars. */
  LocalDate horizon(LocalDate day) {
    int ahead = policy.policy().horizon();
    return Arrays.stream(Country.values())
        .map(country -> calendar.plus(day, ahead + 1, country))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  /** Hands over all open items due until a day, with what is on record up to another day. */
  void slices(LocalDate dueUntil, LocalDate recorded, Consumer<Slice> consumer) {
    List<OpenItem> lines = sheet.due(dueUntil, "");
    while (!lines.isEmpty()) {
      List<String> ids = ids(lines);
      consumer.accept(new Slice(lines, reminders.earlier(ids, recorded), pauses.of(ids)));
      lines = sheet.due(dueUntil, ids.get(ids.size() - 1));
    }
  }

  private void moved(LocalDate day, BiConsumer<List<OpenItem>, ReminderHistory> consumer) {
    LocalDate since = day.minusDays(TOLD_WITHIN);
    List<OpenItem> lines = sheet.moved(since, "");
    while (!lines.isEmpty()) {
      List<String> ids = ids(lines);
      consumer.accept(lines, reminders.earlier(ids, day));
      lines = sheet.moved(since, ids.get(ids.size() - 1));
    }
  }

  private static List<String> ids(List<OpenItem> lines) {
    return lines.stream().map(line -> line.item().id()).toList();
  }
}
