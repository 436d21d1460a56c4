package eu.jalon.reminder.email;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.reminder.Audience;
import eu.jalon.reminder.ItemOutcome;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Pause;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.manual.JdbcManualReminders;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.reminder.wording.DigestItem;
import eu.jalon.reminder.wording.DigestWriter;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.EmailText;
import eu.jalon.reminder.wording.ManualReminder;
import eu.jalon.reminder.wording.ManualReminderWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes digests from what is still true when they are sent, many in a few statements. */
@Service
@Transactional
public class DigestComposer {

  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final JdbcManualReminders hands;
  private final OpenItems sheet;
  private final ActionItems items;
  private final PeopleToRemind readers;
  private final Directory directory;
  private final WorkingDays calendar;
  private final DigestWriter writer;
  private final ManualReminderWriter handWriter;
  private final EmailTemplates templates;
  private final Clock clock;

  DigestComposer(
      JdbcReminders reminders,
      JdbcPauses pauses,
      JdbcManualReminders hands,
      OpenItems sheet,
      ActionItems items,
      PeopleToRemind readers,
      Directory directory,
      WorkingDays calendar,
      DigestWriter writer,
      ManualReminderWriter handWriter,
      EmailTemplates templates,
      Clock clock) {
    this.reminders = reminders;
    this.pauses = pauses;
    this.hands = hands;
    this.sheet = sheet;
    this.items = items;
    this.readers = readers;
    this.directory = directory;
    this.calendar = calendar;
    this.writer = writer;
    this.handWriter = handWriter;
    this.templates = templates;
    this.clock = clock;
  }

  /** What is known of the present while emails are composed. */
  private record Present(
      LocalDate today,
      Recipients recipients,
      Map<MinistryCode, Ministry> ministries,
      Map<String, OpenItem> open,
      Set<String> done,
      Pauses pauses,
      Map<Long, ManualReminder> byHand) {}

  /** Digests from the state of this moment; one with nothing left to say is absent. */
  public Map<UUID, ComposedEmail> compose(Collection<Email> emails, EmailComposer.Purpose purpose) {
    Map<UUID, List<RecordedReminder>> planned =
        reminders.ofEmails(emails.stream().map(Email::id).toList()).stream()
            .filter(entry -> entry.emailId() != null)
            .collect(Collectors.groupingBy(entry -> entry.email().orElseThrow()));
    Present present = present(planned.values().stream().flatMap(List::stream).toList(), emails);
    Map<Long, @Nullable ItemOutcome> changed = new HashMap<>();
    Map<UUID, ComposedEmail> composed = new LinkedHashMap<>();
    for (Email email : emails) {
      List<DigestItem> listed =
          stillTrue(planned.getOrDefault(email.id(), List.of()), present, changed);
      present
          .recipients()
          .person(email.person())
          .filter(person -> !listed.isEmpty())
          .ifPresent(person -> composed.put(email.id(), composed(email, person, listed, present)));
    }
    if (purpose == EmailComposer.Purpose.SENDING && !changed.isEmpty()) {
      reminders.outcomes(changed);
    }
    return composed;
  }

  /** The subject as things stand when the email is planned. */
  public String subject(Person person, List<Reminder> given, LocalDate today) {
    return writer.subject(person.language(), given.stream().map(DigestItem::of).toList(), today);
  }

  private Present present(List<RecordedReminder> planned, Collection<Email> emails) {
    LocalDate today = BrusselsTime.today(clock);
    Set<String> ids =
        planned.stream().map(RecordedReminder::actionItemId).collect(Collectors.toSet());
    Map<String, OpenItem> open =
        sheet.stillOpen(ids).stream()
            .collect(Collectors.toMap(line -> line.item().id(), Function.identity()));
    List<String> closed = ids.stream().filter(id -> !open.containsKey(id)).toList();
    return new Present(
        today,
        readers.lately(today),
        directory.ministriesByCode(),
        open,
        items.done(closed),
        pauses.of(ids),
        hands.all(emails.stream().flatMap(email -> byHand(email).stream()).toList()));
  }

  /** Which manual reminders an email carries, where it is no digest of the day. */
  private static Optional<Long> byHand(Email email) {
    return EmailKind.of(email) == EmailKind.HAND ? Optional.of(email.aboutId()) : Optional.empty();
  }

  private ComposedEmail composed(
      Email email, Person person, List<DigestItem> listed, Present present) {
    DigestWriter.Reader reader =
        new DigestWriter.Reader(
            person,
            present.ministries(),
            present.recipients().coordinatorsOf(Recipients.countryOf(person)),
            Ministry.isMailbox(person.id()));
    EmailText digest =
        byHand(email)
            .map(present.byHand()::get)
            .map(asked -> handWriter.write(reader, listed, asked, present.today()))
            .orElseGet(() -> writer.write(reader, listed, present.today()));
    return new ComposedEmail(
        digest.subject(),
        templates.text(digest),
        templates.html(digest),
        writer.calendar(reader, listed).orElse(null));
  }

  private List<DigestItem> stillTrue(
      List<RecordedReminder> planned, Present present, Map<Long, @Nullable ItemOutcome> changed) {
    List<DigestItem> listed = new ArrayList<>();
    for (RecordedReminder entry : planned) {
      ItemOutcome outcome = outcome(entry, present).orElse(null);
      if (outcome != entry.outcome()) {
        changed.put(entry.id(), outcome);
      }
      OpenItem line = present.open().get(entry.actionItemId());
      if (outcome == null && line != null) {
        Person absent =
            Optional.ofNullable(entry.standsFor())
                .flatMap(present.recipients()::person)
                .orElse(null);
        listed.add(
            new DigestItem(
                line.view(),
                entry.due(),
                entry.audience(),
                absent,
                line.dateChanges(),
                entry.firstTold()));
      }
    }
    return listed;
  }

  private Optional<ItemOutcome> outcome(RecordedReminder entry, Present present) {
    OpenItem line = present.open().get(entry.actionItemId());
    if (line == null) {
      return Optional.of(
          present.done().contains(entry.actionItemId()) ? ItemOutcome.DONE : ItemOutcome.WITHDRAWN);
    }
    if (!line.item().dueOn().filter(entry.due()::equals).isPresent()) {
      return Optional.of(ItemOutcome.REDATED);
    }
    if (!stillHears(entry, line, present)) {
      return Optional.of(ItemOutcome.REASSIGNED);
    }
    if (entry.stage() == ReminderStage.BY_HAND) {
      return Optional.empty();
    }
    boolean his = entry.audience() == Audience.OWNER || entry.audience() == Audience.SUBSTITUTE;
    return his && Pause.covers(present.today(), line, present.pauses(), calendar)
        ? Optional.of(ItemOutcome.SNOOZED)
        : Optional.empty();
  }

  private static boolean stillHears(RecordedReminder entry, OpenItem line, Present present) {
    Recipients recipients = present.recipients();
    LocalDate day = present.today();
    var country = line.item().ministry().country();
    if (entry.person() == null) {
      return false;
    }
    return switch (entry.audience()) {
      case OWNER, INFORMED -> recipients.owners(line.item(), day).holds(entry.person());
      case SUBSTITUTE ->
          entry.standsFor() != null && recipients.owners(line.item(), day).holds(entry.standsFor());
      case OTHER_LEAD ->
          recipients
              .ministry(line.leads().lead(ReminderEvaluator.other(country)), day)
              .holds(entry.person());
      case COORDINATOR ->
          recipients.coordinatorsOf(country, day).holds(entry.person())
              || recipients
                  .coordinatorsOf(ReminderEvaluator.other(country), day)
                  .holds(entry.person());
    };
  }
}
