package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.email.DigestComposer;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.News;
import eu.jalon.reminder.wording.DigestItem;
import eu.jalon.reminder.wording.DigestSubject;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes a round batch by batch, in one transaction: queues the e-mail of a person with the first
 * batch that has something for them, and records the reminders of each batch.
 */
@Component
class RoundWriter {

  private static final Logger log = LoggerFactory.getLogger(RoundWriter.class);

  private static final LocalTime LAST_SENDING = LocalTime.of(22, 0);

  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final JdbcReminders reminders;
  private final JdbcReminderRounds rounds;
  private final DigestComposer digests;
  private final News news;
  private final Clock clock;

  RoundWriter(
      WorkingDays calendar,
      MailQueue mailQueue,
      JdbcReminders reminders,
      JdbcReminderRounds rounds,
      DigestComposer digests,
      News news,
      Clock clock) {
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.reminders = reminders;
    this.rounds = rounds;
    this.digests = digests;
    this.news = news;
    this.clock = clock;
  }

  /** Begins to write the round of a day. */
  Writing begin(LocalDate day, Recipients recipients) {
    return new Writing(day, recipients);
  }

  /** A round that is being written; it keeps something for each person, nothing for each item. */
  final class Writing {

    private final LocalDate day;
    private final Recipients recipients;
    private final Instant now = clock.instant();
    private final Map<PersonId, List<ChangeNotice>> untold;
    private final Map<PersonId, UUID> emails = new HashMap<>();
    private final Map<PersonId, DigestSubject> subjects = new HashMap<>();
    private final Map<PersonId, CommitmentRef> lastRefs = new HashMap<>();
    private final Set<PersonId> continued = new HashSet<>();
    private final RoundCounts counts = new RoundCounts(ref -> true);
    private int suppressed;

    private Writing(LocalDate day, Recipients recipients) {
      this.day = day;
      this.recipients = recipients;
      this.untold = news.untold(now, day, recipients);
    }

    /** Writes the reminders of a batch of items, and those suppressed for a new reason. */
    void write(RoundPlanner.ReminderBatch batch) {
      batch.reminders().forEach(counts::add);
      Map<PersonId, List<Reminder>> byPerson =
          batch
              .sent()
              .collect(
                  Collectors.groupingBy(
                      reminder -> reminder.recipient().orElseThrow().id(),
                      LinkedHashMap::new,
                      Collectors.toList()));
      List<NewEmail> first = new ArrayList<>();
      Map<UUID, List<CommitmentRef>> more = new LinkedHashMap<>();
      byPerson.forEach(
          (id, planned) -> {
            Person person = planned.get(0).recipient().orElseThrow();
            subjects
                .computeIfAbsent(id, key -> new DigestSubject(day))
                .add(planned.stream().map(DigestItem::of).toList());
            UUID email = emails.get(id);
            if (email == null) {
              first.add(email(person, planned));
            } else {
              more.put(email, moreRefs(person, planned));
              continued.add(id);
            }
            lastRefs.put(id, ref(planned.get(planned.size() - 1)));
          });
      queue(first);
      mailQueue.addCommitments(more);
      List<Reminder> recorded = new ArrayList<>();
      byPerson.values().forEach(recorded::addAll);
      int sent = recorded.size();
      batch.newlySuppressed().forEach(recorded::add);
      suppressed += recorded.size() - sent;
      reminders.insert(day, recorded, emails);
    }

    /**
     * Queues e-mails of nothing but news, and records the round.
     *
     * @param alreadyEmailed people who got their e-mail of the day before this round
     */
    void finish(Set<PersonId> alreadyEmailed) {
      queue(
          news.recipients(untold.keySet(), day, recipients, alreadyEmailed).stream()
              .filter(person -> !emails.containsKey(person.id()))
              .map(person -> email(person, List.of()))
              .toList());
      mailQueue.setSubjects(
          emails.entrySet().stream()
              .filter(queued -> continued.contains(queued.getKey()))
              .collect(
                  Collectors.toMap(
                      Map.Entry::getValue,
                      queued -> subject(recipients.person(queued.getKey()).orElseThrow()))));
      news.record(untold, emails);
      RoundResult result = counts.result(day);
      rounds.record(result, suppressed, clock.instant());
      log.info(
          "Reminder round of {}: {} emails, {} reminders, suppressed {}",
          day,
          result.emails(),
          result.reminders(),
          result.suppressed());
    }

    private void queue(List<NewEmail> first) {
      Map<PersonId, UUID> queued = mailQueue.putAll(first);
      if (queued.size() != first.size()) {
        throw new IllegalStateException(
            "Another transaction queued a digest during the round of " + day);
      }
      emails.putAll(queued);
    }

    /** Those new to the person's e-mail: the items of a commitment follow one another. */
    private List<CommitmentRef> moreRefs(Person person, List<Reminder> planned) {
      Set<CommitmentRef> refs =
          planned.stream().map(Writing::ref).collect(Collectors.toCollection(LinkedHashSet::new));
      refs.remove(lastRefs.get(person.id()));
      newsOf(person).forEach(notice -> refs.remove(notice.change().ref()));
      return List.copyOf(refs);
    }

    private static CommitmentRef ref(Reminder reminder) {
      return reminder.item().ref();
    }

    private NewEmail email(Person person, List<Reminder> planned) {
      return new NewEmail(
          person.id(),
          person.address().orElseThrow(),
          day,
          EmailKind.DIGEST.name(),
          person.language(),
          subject(person),
          Stream.concat(
                  planned.stream().map(Writing::ref),
                  newsOf(person).stream().map(notice -> notice.change().ref()))
              .toList(),
          delay(recipients.settings(person).hour(), Recipients.partyOf(person)));
    }

    private String subject(Person person) {
      DigestSubject items = subjects.getOrDefault(person.id(), new DigestSubject(day));
      return digests.subject(person, items, newsOf(person));
    }

    private List<ChangeNotice> newsOf(Person person) {
      return untold.getOrDefault(person.id(), List.of());
    }

    /**
     * The time until the hour of the day that the recipient chose, in the zone of their party; zero
     * if that has passed. An hour of the night in Brussels is too late: an e-mail that could not be
     * sent until midnight there is dropped.
     */
    private Duration delay(int hour, PartyCode party) {
      Instant chosen = day.atTime(hour, 0).atZone(calendar.zone(party)).toInstant();
      Instant last = day.atTime(LAST_SENDING).atZone(BrusselsTime.ZONE).toInstant();
      Duration delay = Duration.between(now, chosen.isBefore(last) ? chosen : last);
      return delay.isNegative() ? Duration.ZERO : delay;
    }
  }
}
