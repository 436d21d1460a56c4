package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.email.DigestComposer;
import eu.jalon.reminder.news.ChangeNotice;
import eu.jalon.reminder.news.News;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs the daily reminder round: queues one e-mail per person, in one transaction.
 *
 * <p>The server starts one round a day for all parties, at 07:00 Brussels time. What it plans is
 * for a calendar day, which each recipient lives in the time zone of their party: working days,
 * days left and the hour of the e-mail are counted there.
 */
@Service
@Transactional
public class ReminderRound {

  private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);

  private static final LocalTime START = LocalTime.of(7, 0);
  private static final LocalTime END = LocalTime.of(18, 0);
  private static final LocalTime LAST_SENDING = LocalTime.of(22, 0);

  private final RoundPlanner planner;
  private final Forecasts forecasts;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final JdbcReminders reminders;
  private final JdbcReminderRounds rounds;
  private final DigestComposer digests;
  private final News news;
  private final Meetings meetings;
  private final Clock clock;

  ReminderRound(
      RoundPlanner planner,
      Forecasts forecasts,
      WorkingDays calendar,
      MailQueue mailQueue,
      JdbcReminders reminders,
      JdbcReminderRounds rounds,
      DigestComposer digests,
      News news,
      Meetings meetings,
      Clock clock) {
    this.planner = planner;
    this.forecasts = forecasts;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.reminders = reminders;
    this.rounds = rounds;
    this.digests = digests;
    this.news = news;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * Runs the round of a day. A second round of a day writes only to people without an e-mail.
   *
   * @param dryRun whether to return the counts only; required for any day but today. A future day
   *     is forecast as if no item changed until then.
   * @throws ValidationError if it is not a dry run and the day is not today
   */
  public RoundResult run(LocalDate on, boolean dryRun) {
    return run(on, dryRun, meeting -> true);
  }

  /** The same for a coordinator, limited to the coordinator's series. */
  public RoundResult run(LocalDate on, boolean dryRun, Person by) {
    Viewer.requireCoordinator(by);
    return run(on, dryRun, meetings.seenBy(by));
  }

  private RoundResult run(LocalDate on, boolean dryRun, Predicate<MeetingId> counted) {
    LocalDate today = BrusselsTime.today(clock);
    if (!dryRun && !on.equals(today)) {
      throw ValidationError.invalid("reminder.notToday", on, today);
    }
    LocalDate day = new DueDate(on).day();
    if (day.isAfter(today)) {
      return forecasts.until(day, counted).days().stream()
          .map(Forecast.Day::result)
          .filter(result -> result.on().equals(day))
          .findFirst()
          .orElseGet(() -> new RoundResult(day, 0, 0, Map.of()));
    }
    if (!dryRun) {
      rounds.lock();
      mailQueue.dropBefore(day, EmailKind.DIGEST.name());
    }
    PlannedRound plan = planner.plan(day);
    if (!dryRun) {
      write(plan);
    }
    return plan.result(counted);
  }

  /**
   * Runs today's round if it is due; to be called every minute.
   *
   * <p>It is due on a working day of at least one party, between 07:00 and 18:00 Brussels time by
   * the injected clock, until it has run. A node that was down at 07:00 runs it later; a lock
   * ensures that only one of several nodes runs it.
   */
  public Optional<RoundResult> runIfDue() {
    LocalDate today = BrusselsTime.today(clock);
    LocalTime time = BrusselsTime.timeOfDay(clock);
    if (time.isBefore(START) || !time.isBefore(END) || !isWorkingDaySomewhere(today)) {
      return Optional.empty();
    }
    if (rounds.hasRun(today)) {
      return Optional.empty();
    }
    rounds.lock();
    return rounds.hasRun(today) ? Optional.empty() : Optional.of(run(today, false));
  }

  /** The last day on which a round ran. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> lastRound() {
    return rounds.last();
  }

  /** The last day whose round should have run: today from 08:00 Brussels time on. */
  @Transactional(readOnly = true)
  public LocalDate lastExpectedRound() {
    LocalDate day = BrusselsTime.today(clock);
    if (BrusselsTime.timeOfDay(clock).isBefore(START.plusHours(1))) {
      day = day.minusDays(1);
    }
    while (!isWorkingDaySomewhere(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The day of an expected round that did not run; empty if no round ever ran. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> missing() {
    LocalDate expected = lastExpectedRound();
    return rounds.last().filter(last -> last.isBefore(expected)).map(last -> expected);
  }

  /**
   * What keeps reminders from being planned.
   *
   * @param missing the day whose round did not run
   * @param policyRefused whether a newer reminder policy was refused
   */
  public record RoundFailures(@Nullable LocalDate missing, boolean policyRefused) {}

  public RoundFailures failures() {
    JdbcReminderRounds.RoundFailures stored = rounds.failures();
    LocalDate last = stored.last();
    LocalDate expected = lastExpectedRound();
    return new RoundFailures(
        last != null && last.isBefore(expected) ? expected : null, stored.policyRefused());
  }

  private boolean isWorkingDaySomewhere(LocalDate day) {
    return calendar.isWorkingDayOfAny(day);
  }

  private void write(PlannedRound plan) {
    RoundResult result = plan.result();
    LocalDate on = result.on();
    List<NewEmail> emails = plan.people().stream().map(person -> email(plan, person)).toList();
    Map<PersonId, UUID> queued = mailQueue.putAll(emails);
    if (queued.size() != emails.size()) {
      throw new IllegalStateException(
          "Another transaction queued a digest during the round of " + on);
    }
    reminders.insert(on, plan.reminders().values().stream().flatMap(List::stream).toList(), queued);
    reminders.insert(on, plan.newlySuppressed(), Map.of());
    news.record(plan.news(), queued);
    rounds.record(result, plan.newlySuppressed().size(), clock.instant());
    log.info(
        "Reminder round of {}: {} emails, {} reminders, suppressed {}",
        on,
        result.emails(),
        result.reminders(),
        result.suppressed());
  }

  private NewEmail email(PlannedRound plan, Person person) {
    LocalDate on = plan.day();
    List<Reminder> planned = plan.remindersOf(person);
    List<ChangeNotice> notices = plan.newsOf(person);
    return new NewEmail(
        person.id(),
        person.address().orElseThrow(),
        on,
        EmailKind.DIGEST.name(),
        person.language(),
        digests.subject(person, planned, notices, on),
        Stream.concat(
                planned.stream().map(reminder -> reminder.item().ref()),
                notices.stream().map(notice -> notice.change().ref()))
            .distinct()
            .toList(),
        delay(on, plan.sendingHour(person), Recipients.partyOf(person)));
  }

  /**
   * The time until the hour of the day that the recipient chose, in the zone of their party; zero
   * if that has passed. An hour of the night in Brussels is too late: an e-mail that could not be
   * sent until midnight there is dropped.
   */
  private Duration delay(LocalDate on, int hour, PartyCode party) {
    Instant chosen = on.atTime(hour, 0).atZone(calendar.zone(party)).toInstant();
    Instant last = on.atTime(LAST_SENDING).atZone(BrusselsTime.ZONE).toInstant();
    Duration delay = Duration.between(clock.instant(), chosen.isBefore(last) ? chosen : last);
    return delay.isNegative() ? Duration.ZERO : delay;
  }
}
