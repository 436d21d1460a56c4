package eu.jalon.reminder.manual;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.bulk.BulkActions;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.Audience;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.reminder.wording.DigestItem;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.ManualReminder;
import eu.jalon.reminder.wording.ManualReminderWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators write to the owners of some items at once, whatever the reminder policy says: one
 * email to each person, with their reason in it. The rounds neither count it nor leave anything out
 * because of it. It keeps to two promises of theirs: nobody hears of anything on a day off of his
 * country, and an item is asked about by hand once a day.
 */
@Service
@Transactional
public class ManualReminders {

  private static final int SHORTEST = 10;

  /** As long as a reason may be, in UTF-16 code units. */
  public static final int LONGEST = 500;

  private final ActionItems items;
  private final OpenItems sheet;
  private final PeopleToRemind readers;
  private final WorkingDays calendar;
  private final JdbcReminderRounds rounds;
  private final JdbcManualReminders hands;
  private final JdbcReminders reminders;
  private final MailQueue mailQueue;
  private final ManualReminderWriter writer;
  private final Clock clock;

  ManualReminders(
      ActionItems items,
      OpenItems sheet,
      PeopleToRemind readers,
      WorkingDays calendar,
      JdbcReminderRounds rounds,
      JdbcManualReminders hands,
      JdbcReminders reminders,
      MailQueue mailQueue,
      ManualReminderWriter writer,
      Clock clock) {
    this.items = items;
    this.sheet = sheet;
    this.readers = readers;
    this.calendar = calendar;
    this.rounds = rounds;
    this.hands = hands;
    this.reminders = reminders;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.clock = clock;
  }

  /** What was asked about, and who hears of it. */
  public record Asked(List<ActionItem> items, List<PersonId> people) {}

  /**
   * Asks the owners of some items where they stand, today.
   *
   * @param reason 10 to 500 characters, quoted in the emails
   * @throws ValidationErrors naming each item that is done, has no date, was asked about by hand
   *     today, or whose owners cannot be reached today; no email is written then
   */
  public Asked remind(Collection<String> actionItemIds, String reason, Person by) {
    Viewer.requireCoordinator(by);
    return remind(BulkActions.chosen(actionItemIds), reason, by, true);
  }

  /**
   * Nobody chose among the items of a commitment, so there those that cannot be asked about today
   * are passed over while any is left.
   */
  private Asked remind(List<String> ids, String reason, Person by, boolean allOrNone) {
    String why = checked(reason);
    rounds.lock();
    LocalDate today = BrusselsTime.today(clock);
    Map<String, ActionItemView> views = items.views(ids, by);
    Map<String, OpenItem> open =
        sheet.stillOpen(ids).stream()
            .collect(Collectors.toMap(line -> line.item().id(), Function.identity()));
    Set<String> before = hands.asked(today, ids);
    Recipients recipients = readers.on(today);
    List<ValidationErrors.Rejected> refused = new ArrayList<>();
    List<Reminder> all = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    for (String id : ids) {
      ActionItemView view = views.get(id);
      try {
        all.addAll(reminders(line(id, view, open, before), recipients, today));
        asked.add(id);
      } catch (ValidationError refusal) {
        refused.add(
            new ValidationErrors.Rejected(view == null ? id : view.item().ref().value(), refusal));
      }
    }
    if (asked.isEmpty() || (allOrNone && !refused.isEmpty())) {
      throw new ValidationErrors(refused);
    }
    List<PersonId> people = write(all, asked, why, by, today);
    return new Asked(asked.stream().map(views::get).map(ActionItemView::item).toList(), people);
  }

  /**
   * The same of all open items of a commitment that have a date, without those that cannot be asked
   * about today; refuses where none is left.
   */
  public Asked remind(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    List<String> ids =
        items.of(ref).stream()
            .map(ActionItemView::item)
            .filter(item -> item.status() == ActionItem.Status.OPEN && item.due() != null)
            .map(ActionItem::id)
            .toList();
    if (ids.isEmpty()) {
      throw ValidationError.conflict("reminder.nothingOpen", ref);
    }
    return remind(ids, reason, by, false);
  }

  private static String checked(String reason) {
    String why = TextPolicy.MULTI_LINE.checked("reason", reason, LONGEST);
    if (TextPolicy.length(why) < SHORTEST) {
      throw ValidationError.invalid("form.tooShort", "reason", SHORTEST);
    }
    return why;
  }

  private static OpenItem line(
      String id,
      @Nullable ActionItemView view,
      Map<String, OpenItem> open,
      Set<String> askedBefore) {
    if (view == null) {
      throw ValidationError.notFound("actionItem.unknown", id);
    }
    OpenItem line = open.get(id);
    if (line == null) {
      throw ValidationError.conflict("actionItem.closed", view.item().ref());
    }
    if (line.item().due() == null) {
      throw ValidationError.conflict("reminder.noDate", view.item().ref());
    }
    if (askedBefore.contains(id)) {
      throw ValidationError.conflict("reminder.askedToday", view.item().ref());
    }
    return line;
  }

  /** Who hears of an item, and who does not and why; refuses where nobody would hear. */
  private List<Reminder> reminders(OpenItem line, Recipients recipients, LocalDate today) {
    Recipients.Circle circle = recipients.owners(line.item(), today);
    List<Reminder> all = new ArrayList<>();
    circle.unreached().forEach(away -> all.add(remind(line, away.person(), null, away.why())));
    for (Recipients.Reached each : circle.reached()) {
      boolean off = !calendar.isWorkingDay(today, Recipients.countryOf(each.person()));
      all.add(remind(line, each.person(), each.standsFor(), off ? Suppression.DAY_OFF : null));
    }
    if (all.stream().allMatch(reminder -> reminder.suppressed().isPresent())) {
      boolean off =
          all.stream()
              .anyMatch(
                  reminder ->
                      reminder.suppressed().filter(Suppression.DAY_OFF::equals).isPresent());
      throw off
          ? ValidationError.conflict("reminder.dayOff", line.item().ministry())
          : ValidationError.conflict("reminder.unreachable", line.item().ministry());
    }
    return all;
  }

  private static Reminder remind(
      OpenItem line, Person person, @Nullable PersonId standsFor, @Nullable Suppression why) {
    return new Reminder(
        line,
        line.item().dueOn().orElseThrow(),
        ReminderStage.BY_HAND,
        ManualReminder.RULE,
        Audience.OWNER,
        person,
        standsFor,
        why,
        false);
  }

  private List<PersonId> write(
      List<Reminder> all, List<String> ids, String why, Person by, LocalDate today) {
    ManualReminder asked =
        hands.add(today, by.workplace().orElseThrow(), why, clock.instant(), by.id(), ids);
    Map<Person, List<Reminder>> given = new LinkedHashMap<>();
    all.stream()
        .filter(reminder -> reminder.suppressed().isEmpty())
        .forEach(
            reminder ->
                given
                    .computeIfAbsent(reminder.recipient().orElseThrow(), key -> new ArrayList<>())
                    .add(reminder));
    Map<PersonId, UUID> queued =
        mailQueue.putAll(
            given.entrySet().stream()
                .map(e -> email(e.getKey(), e.getValue(), asked, today))
                .toList());
    reminders.insert(today, all, queued);
    return List.copyOf(given.keySet().stream().map(Person::id).toList());
  }

  private NewEmail email(
      Person person, List<Reminder> given, ManualReminder asked, LocalDate today) {
    return new NewEmail(
            person.id(),
            person.address().orElseThrow(),
            today,
            EmailKind.HAND.name(),
            person.language(),
            writer.subject(person.language(), given.stream().map(DigestItem::of).toList(), today),
            given.stream().map(reminder -> reminder.item().ref()).toList(),
            Duration.ZERO)
        .about(asked.id());
  }
}
