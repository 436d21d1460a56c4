package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

  private static final LocalTime START = LocalTime.of(7, 0);
  private static final LocalTime END = LocalTime.of(18, 0);

  private final RoundPlanner planner;
  private final Forecasts forecasts;
  private final WorkingDays calendar;
  private final RecipientDirectory recipientDirectory;
  private final MailQueue mailQueue;
  private final RoundWriter writer;
  private final JdbcReminderRounds rounds;
  private final Meetings meetings;
  private final Clock clock;

  ReminderRound(
      RoundPlanner planner,
      Forecasts forecasts,
      WorkingDays calendar,
      RecipientDirectory recipientDirectory,
      MailQueue mailQueue,
      RoundWriter writer,
      JdbcReminderRounds rounds,
      Meetings meetings,
      Clock clock) {
    this.planner = planner;
    this.forecasts = forecasts;
    this.calendar = calendar;
    this.recipientDirectory = recipientDirectory;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.rounds = rounds;
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
    return run(on, dryRun, ref -> true);
  }

  /** The same for a coordinator, limited to the coordinator's series. */
  public RoundResult run(LocalDate on, boolean dryRun, Person by) {
    Viewer.requireCoordinator(by);
    Predicate<MeetingId> seen = meetings.seenBy(by);
    return run(on, dryRun, ref -> seen.test(ref.meeting()));
  }

  private RoundResult run(LocalDate on, boolean dryRun, Predicate<CommitmentRef> counted) {
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
    Recipients recipients = recipientDirectory.on(day);
    Set<PersonId> alreadyEmailed = mailQueue.recipients(day, EmailKind.DIGEST.name());
    ReminderEvaluator evaluator = planner.evaluator(day, recipients, alreadyEmailed);
    RoundCounts counts = new RoundCounts(counted);
    Consumer<RoundPlanner.ReminderBatch> count = batch -> batch.reminders().forEach(counts::add);
    if (dryRun) {
      planner.plan(day, evaluator, count);
    } else {
      RoundWriter.Writing writing = writer.begin(day, recipients);
      planner.plan(day, evaluator, count.andThen(writing::write));
      writing.finish(alreadyEmailed);
    }
    return counts.result(day);
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
}
