package eu.jalon.reminder.email;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.actionitem.reminding.OpenItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.CancelledEntry;
import eu.jalon.reminder.JdbcPauses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.Pause;
import eu.jalon.reminder.Pauses;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.manual.JdbcManualReminders;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.News;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.reminder.wording.DigestContent;
import eu.jalon.reminder.wording.DigestItem;
import eu.jalon.reminder.wording.DigestSubject;
import eu.jalon.reminder.wording.DigestWriter;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.ManualReminder;
import eu.jalon.reminder.wording.ManualReminderWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
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

/** Composes digests and manual reminders from the state at the time of sending. */
@Service
@Transactional
public class DigestComposer {

  private final JdbcReminders reminders;
  private final JdbcPauses pauses;
  private final JdbcManualReminders manualReminders;
  private final OpenItems openItems;
  private final ActionItems items;
  private final RecipientDirectory recipientDirectory;
  private final Directory directory;
  private final Meetings meetings;
  private final WorkingDays calendar;
  private final News news;
  private final DigestWriter writer;
  private final ManualReminderWriter manualReminderWriter;
  private final EmailTemplates templates;
  private final Clock clock;

  DigestComposer(
      JdbcReminders reminders,
      JdbcPauses pauses,
      JdbcManualReminders manualReminders,
      OpenItems openItems,
      ActionItems items,
      RecipientDirectory recipientDirectory,
      Directory directory,
      Meetings meetings,
      WorkingDays calendar,
      News news,
      DigestWriter writer,
      ManualReminderWriter manualReminderWriter,
      EmailTemplates templates,
      Clock clock) {
    this.reminders = reminders;
    this.pauses = pauses;
    this.manualReminders = manualReminders;
    this.openItems = openItems;
    this.items = items;
    this.recipientDirectory = recipientDirectory;
    this.directory = directory;
    this.meetings = meetings;
    this.calendar = calendar;
    this.news = news;
    this.writer = writer;
    this.manualReminderWriter = manualReminderWriter;
    this.templates = templates;
    this.clock = clock;
  }

  /** The current state that a batch of e-mails is composed from, read once per batch. */
  private record CurrentState(
      LocalDate today,
      Recipients recipients,
      Map<MinistryCode, Ministry> ministries,
      Map<String, OpenItem> open,
      Set<String> done,
      Pauses pauses,
      Map<Long, ManualReminder> manualReminders,
      Map<MeetingId, Series> series) {}

  /** The e-mails by id; without those for which no item is left. */
  public Map<UUID, ComposedEmail> compose(Collection<Email> emails, EmailComposer.Purpose purpose) {
    Map<UUID, List<RecordedReminder>> planned =
        reminders.ofEmails(emails.stream().map(Email::id).toList()).stream()
            .filter(entry -> entry.emailId() != null)
            .collect(Collectors.groupingBy(entry -> entry.email().orElseThrow()));
    CurrentState state = read(planned.values().stream().flatMap(List::stream).toList(), emails);
    Map<PersonId, List<JdbcReminders.SentEntry>> entries =
        reminders
            .sentEntries(
                emails.stream().map(Email::person).distinct().toList(),
                state.today(),
                emails.stream().map(Email::id).toList())
            .stream()
            .collect(Collectors.groupingBy(JdbcReminders.SentEntry::person));
    Map<UUID, List<ChangeNotice>> news =
        this.news.in(emails.stream().map(Email::id).toList(), state.recipients());
    Map<Long, @Nullable OmissionReason> changed = new HashMap<>();
    Map<UUID, ComposedEmail> composed = new LinkedHashMap<>();
    for (Email email : emails) {
      List<DigestItem> listed =
          remainingItems(planned.getOrDefault(email.id(), List.of()), state, changed);
      List<ChangeNotice> told = news.getOrDefault(email.id(), List.of());
      state
          .recipients()
          .person(email.person())
          .filter(person -> !listed.isEmpty() || !told.isEmpty())
          .ifPresent(
              person -> {
                List<CancelledEntry> cancelled =
                    cancelled(person, entries.getOrDefault(person.id(), List.of()));
                composed.put(
                    email.id(),
                    compose(email, person, new DigestContent(listed, told), cancelled, state));
                if (purpose == EmailComposer.Purpose.SENDING && !cancelled.isEmpty()) {
                  reminders.recordCancellations(
                      email.id(),
                      person.id(),
                      cancelled.stream().map(CancelledEntry::actionItemId).toList());
                }
              });
    }
    if (purpose == EmailComposer.Purpose.SENDING && !changed.isEmpty()) {
      reminders.recordOmissions(changed);
    }
    return composed;
  }

  /** The entries of items that are no longer open and due at the person's ministry. */
  private static List<CancelledEntry> cancelled(
      Person person, List<JdbcReminders.SentEntry> entries) {
    return entries.stream()
        .filter(sent -> !sent.ahead() || !person.workplace().equals(Optional.of(sent.ministry())))
        .map(JdbcReminders.SentEntry::entry)
        .toList();
  }

  /** The subject of an e-mail when it is planned. */
  public String subject(Person person, DigestSubject items, List<ChangeNotice> news) {
    return writer.subject(person.language(), items, news);
  }

  private CurrentState read(List<RecordedReminder> planned, Collection<Email> emails) {
    LocalDate today = BrusselsTime.today(clock);
    Set<String> ids =
        planned.stream().map(RecordedReminder::actionItemId).collect(Collectors.toSet());
    Map<String, OpenItem> open =
        openItems.stillOpen(ids).stream()
            .collect(Collectors.toMap(item -> item.item().id(), Function.identity()));
    List<String> closed = ids.stream().filter(id -> !open.containsKey(id)).toList();
    return new CurrentState(
        today,
        recipientDirectory.cachedOn(today),
        directory.ministriesByCode(),
        open,
        items.done(closed),
        pauses.of(ids),
        manualReminders.all(
            emails.stream().flatMap(email -> manualReminderId(email).stream()).toList()),
        series(open.values()));
  }

  private Map<MeetingId, Series> series(Collection<OpenItem> open) {
    return open.stream()
        .map(item -> item.item().ref().meeting())
        .distinct()
        .collect(Collectors.toMap(Function.identity(), meetings::seriesOf));
  }

  private static Optional<Long> manualReminderId(Email email) {
    return EmailKind.of(email) == EmailKind.MANUAL
        ? Optional.of(email.aboutId())
        : Optional.empty();
  }

  private ComposedEmail compose(
      Email email,
      Person person,
      DigestContent content,
      List<CancelledEntry> cancelled,
      CurrentState state) {
    List<DigestItem> listed = content.items();
    PartyCode party = Recipients.partyOf(person);
    LocalDate today = calendar.day(clock.instant(), party);
    DigestWriter.Addressee addressee =
        new DigestWriter.Addressee(
            person,
            calendar.zone(party),
            state.ministries(),
            state.recipients().coordinatorsOf(party),
            Ministry.isMailbox(person.id()),
            state.series());
    Optional<ManualReminder> manual = manualReminderId(email).map(state.manualReminders()::get);
    EmailTemplates.Rendered rendered =
        templates.fitting(
            most ->
                manual
                    .map(
                        reminder ->
                            manualReminderWriter.write(addressee, listed, reminder, today, most))
                    .orElseGet(() -> writer.write(addressee, content, today, most)));
    return new ComposedEmail(
        rendered.subject(),
        rendered.text(),
        rendered.html(),
        writer.calendar(addressee, listed, cancelled, today).orElse(null));
  }

  private List<DigestItem> remainingItems(
      List<RecordedReminder> planned,
      CurrentState state,
      Map<Long, @Nullable OmissionReason> changed) {
    List<DigestItem> listed = new ArrayList<>();
    for (RecordedReminder reminder : planned) {
      OmissionReason omission = omission(reminder, state).orElse(null);
      if (omission != reminder.omission()) {
        changed.put(reminder.id(), omission);
      }
      OpenItem item = state.open().get(reminder.actionItemId());
      if (omission == null && item != null) {
        listed.add(digestItem(reminder, item, state));
      }
    }
    return listed;
  }

  private static DigestItem digestItem(
      RecordedReminder reminder, OpenItem item, CurrentState state) {
    Person absent =
        Optional.ofNullable(reminder.standsFor()).flatMap(state.recipients()::person).orElse(null);
    return new DigestItem(
        item.view(),
        reminder.due(),
        reminder.recipientRole(),
        absent,
        item.dateChanges(),
        reminder.firstMention());
  }

  private Optional<OmissionReason> omission(RecordedReminder reminder, CurrentState state) {
    OpenItem item = state.open().get(reminder.actionItemId());
    if (item == null) {
      return Optional.of(
          state.done().contains(reminder.actionItemId())
              ? OmissionReason.DONE
              : OmissionReason.WITHDRAWN);
    }
    if (!item.item().dueOn().filter(reminder.due()::equals).isPresent()) {
      return Optional.of(OmissionReason.REDATED);
    }
    if (!isStillRecipient(reminder, item, state)) {
      return Optional.of(OmissionReason.REASSIGNED);
    }
    if (reminder.stage() == ReminderStage.MANUAL) {
      return Optional.empty();
    }
    boolean owner =
        reminder.recipientRole() == RecipientRole.OWNER
            || reminder.recipientRole() == RecipientRole.SUBSTITUTE;
    return owner && Pause.isActive(state.today(), item, state.pauses(), calendar)
        ? Optional.of(OmissionReason.SNOOZED)
        : Optional.empty();
  }

  private static boolean isStillRecipient(
      RecordedReminder reminder, OpenItem item, CurrentState state) {
    Recipients recipients = state.recipients();
    LocalDate day = state.today();
    PersonId person = reminder.person();
    PersonId standsFor = reminder.standsFor();
    PartyCode party = item.item().ministry().party();
    List<PartyCode> others = item.leads().others(party);
    if (person == null) {
      return false;
    }
    return switch (reminder.recipientRole()) {
      case OWNER, INFORMED -> recipients.owners(item.item(), day).includes(person);
      case SUBSTITUTE ->
          standsFor != null && recipients.owners(item.item(), day).includes(standsFor);
      case OTHER_LEAD ->
          others.stream()
              .map(item.leads()::lead)
              .anyMatch(lead -> recipients.ministry(lead, day).includes(person));
      case COORDINATOR ->
          recipients.coordinatorsOf(party, day).includes(person)
              || others.stream()
                  .anyMatch(other -> recipients.coordinatorsOf(other, day).includes(person));
    };
  }
}
