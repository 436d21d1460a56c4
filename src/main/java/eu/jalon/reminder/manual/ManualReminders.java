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
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.RecipientRole;
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
import eu.jalon.shared.PartyCode;
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
 * Sends reminders at the request of coordinators, independently of the reminder policy: one e-mail
 * per person, with the given reason. The rounds do not take them into account. There are no manual
 * reminders on a day off in the recipient's party, and at most one per item and day.
 */
@Service
@Transactional
public class ManualReminders {

  private static final int MIN_LENGTH = 10;

  /** The maximum length of a reason, in UTF-16 code units. */
  public static final int MAX_LENGTH = 500;

  private final ActionItems items;
  private final OpenItems openItems;
  private final RecipientDirectory recipientDirectory;
  private final WorkingDays calendar;
  private final JdbcReminderRounds rounds;
  private final JdbcManualReminders manualReminders;
  private final JdbcReminders reminders;
  private final MailQueue mailQueue;
  private final ManualReminderWriter writer;
  private final Clock clock;

  ManualReminders(
      ActionItems items,
      OpenItems openItems,
      RecipientDirectory recipientDirectory,
      WorkingDays calendar,
      JdbcReminderRounds rounds,
      JdbcManualReminders manualReminders,
      JdbcReminders reminders,
      MailQueue mailQueue,
      ManualReminderWriter writer,
      Clock clock) {
    this.items = items;
    this.openItems = openItems;
    this.recipientDirectory = recipientDirectory;
    this.calendar = calendar;
    this.rounds = rounds;
    this.manualReminders = manualReminders;
    this.reminders = reminders;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Returns the manual reminders of an item, latest first, for users who may see the item. Here the
   * reason can be read that an e-mail about a restricted commitment leaves out.
   */
  @Transactional(readOnly = true)
  public List<AskedReminder> asked(String actionItemId, Person person) {
    return manualReminders.of(items.get(actionItemId, person).item().id());
  }

  /** The items reminded of, and the recipients. */
  public record Result(List<ActionItem> items, List<PersonId> people) {}

  /**
   * Reminds the owners of the given items today.
   *
   * @param reason 10 to 500 characters, quoted in the e-mails
   * @throws ValidationErrors naming each item that is closed, has no due date, has a manual
   *     reminder of today, or has no reachable owner today; no e-mail is queued then
   */
  public Result remind(Collection<String> actionItemIds, String reason, Person by) {
    Viewer.requireCoordinator(by);
    return remind(BulkActions.chosen(actionItemIds), reason, by, true);
  }

  /**
   * Reminds of the items.
   *
   * @param allOrNone whether one item that cannot be reminded of fails the request; otherwise it is
   *     skipped
   */
  private Result remind(List<String> ids, String reason, Person by, boolean allOrNone) {
    String checkedReason = checked(reason);
    rounds.lock();
    LocalDate today = BrusselsTime.today(clock);
    Map<String, ActionItemView> views = items.views(ids, by);
    Map<String, OpenItem> open =
        openItems.stillOpen(ids).stream()
            .collect(Collectors.toMap(item -> item.item().id(), Function.identity()));
    Set<String> remindedToday = manualReminders.remindedOn(today, ids);
    Recipients recipients = recipientDirectory.on(today);
    List<ValidationErrors.Rejected> errors = new ArrayList<>();
    List<Reminder> all = new ArrayList<>();
    List<String> reminded = new ArrayList<>();
    for (String id : ids) {
      ActionItemView view = views.get(id);
      try {
        all.addAll(reminders(checked(id, view, open, remindedToday), recipients, today));
        reminded.add(id);
      } catch (ValidationError error) {
        errors.add(
            new ValidationErrors.Rejected(view == null ? id : view.item().ref().value(), error));
      }
    }
    if (reminded.isEmpty() || (allOrNone && !errors.isEmpty())) {
      throw new ValidationErrors(errors);
    }
    List<PersonId> people = queue(all, reminded, checkedReason, by, today);
    return new Result(reminded.stream().map(views::get).map(ActionItemView::item).toList(), people);
  }

  /**
   * Reminds the owners of all open items of a commitment that have a due date, without items that
   * cannot be reminded of today.
   *
   * @throws ValidationErrors if no item is left
   */
  public Result remind(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    List<String> open =
        items.of(ref).stream()
            .map(ActionItemView::item)
            .filter(item -> item.status() == ActionItem.Status.OPEN && item.due() != null)
            .map(ActionItem::id)
            .toList();
    Set<String> seen = items.views(open, by).keySet();
    List<String> ids = open.stream().filter(seen::contains).toList();
    if (ids.isEmpty()) {
      throw ValidationError.conflict("reminder.nothingOpen", ref);
    }
    return remind(ids, reason, by, false);
  }

  private static String checked(String reason) {
    String why = TextPolicy.MULTI_LINE.checked("reason", reason, MAX_LENGTH);
    if (TextPolicy.length(why) < MIN_LENGTH) {
      throw ValidationError.ofField("form.tooShort", "reason", MIN_LENGTH);
    }
    return why;
  }

  private static OpenItem checked(
      String id,
      @Nullable ActionItemView view,
      Map<String, OpenItem> open,
      Set<String> remindedToday) {
    if (view == null) {
      throw ValidationError.notFound("actionItem.unknown", id);
    }
    OpenItem item = open.get(id);
    if (item == null) {
      throw ValidationError.conflict("actionItem.closed", view.item().ref());
    }
    if (item.item().due() == null) {
      throw ValidationError.conflict("reminder.noDate", view.item().ref());
    }
    if (remindedToday.contains(id)) {
      throw ValidationError.conflict("reminder.askedToday", view.item().ref());
    }
    return item;
  }

  /** The reminders of an item, suppressed ones included; fails if all are suppressed. */
  private List<Reminder> reminders(OpenItem item, Recipients recipients, LocalDate today) {
    Recipients.Selection owners = recipients.owners(item.item(), today);
    List<Reminder> all = new ArrayList<>();
    owners
        .unreachable()
        .forEach(absent -> all.add(reminder(item, absent.person(), null, absent.reason())));
    for (Recipients.Recipient owner : owners.recipients()) {
      PartyCode party = Recipients.partyOf(owner.person());
      boolean dayOff = !calendar.isWorkingDay(calendar.day(clock.instant(), party), party);
      Suppression reason = dayOff ? Suppression.DAY_OFF : null;
      all.add(reminder(item, owner.person(), owner.standsFor(), reason));
    }
    if (all.stream().allMatch(reminder -> reminder.suppressed().isPresent())) {
      boolean dayOff =
          all.stream()
              .anyMatch(
                  reminder ->
                      reminder.suppressed().filter(Suppression.DAY_OFF::equals).isPresent());
      throw dayOff
          ? ValidationError.conflict("reminder.dayOff", item.item().ministry())
          : ValidationError.conflict("reminder.unreachable", item.item().ministry());
    }
    return all;
  }

  private static Reminder reminder(
      OpenItem item, Person person, @Nullable PersonId standsFor, @Nullable Suppression reason) {
    return new Reminder(
        item,
        item.item().dueOn().orElseThrow(),
        ReminderStage.MANUAL,
        ManualReminder.RULE,
        RecipientRole.OWNER,
        person,
        standsFor,
        reason,
        false);
  }

  private List<PersonId> queue(
      List<Reminder> all, List<String> ids, String reason, Person by, LocalDate today) {
    ManualReminder manualReminder =
        manualReminders.add(
            today, by.workplace().orElseThrow(), reason, clock.instant(), by.id(), ids);
    Map<Person, List<Reminder>> byPerson = new LinkedHashMap<>();
    all.stream()
        .filter(reminder -> reminder.suppressed().isEmpty())
        .forEach(
            reminder ->
                byPerson
                    .computeIfAbsent(reminder.recipient().orElseThrow(), key -> new ArrayList<>())
                    .add(reminder));
    Map<PersonId, UUID> queued =
        mailQueue.putAll(
            byPerson.entrySet().stream()
                .map(e -> email(e.getKey(), e.getValue(), manualReminder, today))
                .toList());
    reminders.insert(today, all, queued);
    return List.copyOf(byPerson.keySet().stream().map(Person::id).toList());
  }

  private NewEmail email(
      Person person, List<Reminder> given, ManualReminder manualReminder, LocalDate today) {
    return new NewEmail(
            person.id(),
            person.address().orElseThrow(),
            today,
            EmailKind.MANUAL.name(),
            person.language(),
            writer.subject(person.language(), given.stream().map(DigestItem::of).toList(), today),
            given.stream().map(reminder -> reminder.item().ref()).toList(),
            Duration.ZERO)
        .about(manualReminder.id());
  }
}
