package eu.jalon.reminder.round;

import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.JdbcReminderRounds;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.email.DigestComposer;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Country;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans who is reminded of what today: one email per person, all of it or nothing. */
@Service
@Transactional
public class ReminderRound {

  private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);

  private static final LocalTime FROM = LocalTime.of(7, 0);
  private static final LocalTime UNTIL = LocalTime.of(18, 0);

  private final RoundPlanner planner;
  private final Forecasts forecasts;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final JdbcReminders reminders;
  private final JdbcReminderRounds rounds;
  private final DigestComposer digests;
  private final Clock clock;

  ReminderRound(
      RoundPlanner planner,
      Forecasts forecasts,
      WorkingDays calendar,
      MailQueue mailQueue,
      JdbcReminders reminders,
      JdbcReminderRounds rounds,
      DigestComposer digests,
      Clock clock) {
    this.planner = planner;
    this.forecasts = forecasts;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.reminders = reminders;
    this.rounds = rounds;
    this.digests = digests;
    this.clock = clock;
  }

  /**
   * Plans the emails of a day, or says what they would be. A second round on a day adds nothing to
   * what the first one wrote.
   *
   * @param dryRun whether to write nothing; only a dry run may be for another day than today. A day
   *     to come is foreseen as if nobody did anything until then.
   */
  public RoundResult run(LocalDate on, boolean dryRun) {
    LocalDate today = BrusselsTime.today(clock);
    if (!dryRun && !on.equals(today)) {
      throw ValidationError.invalid("reminder.notToday", on, today);
    }
    LocalDate day = new DueDate(on).day();
    if (day.isAfter(today)) {
      return forecasts.until(day).days().stream()
          .map(Forecast.Day::report)
          .filter(report -> report.on().equals(day))
          .findFirst()
          .orElseGet(() -> new RoundResult(day, 0, 0, Map.of()));
    }
    if (!dryRun) {
      rounds.lock();
      mailQueue.dropBefore(day, EmailKind.DIGEST.name());
    }
    RoundPlan plan = planner.plan(day);
    if (!dryRun) {
      write(plan);
    }
    return plan.report();
  }

  /**
   * Runs today's round if it is due; meant to be called each minute.
   *
   * <p>It is due on a working day of Belgium or France, between 07:00 and 18:00 in Brussels by the
   * injected clock, until it has run. No trigger at 07:00 sharp is needed, so a node that was down
   * at 07:00 catches up when it is back, a simulated clock and the change to summer time need no
   * care, and of several nodes one runs the round while the others find it done.
   */
  public Optional<RoundResult> runIfDue() {
    LocalDate today = BrusselsTime.today(clock);
    LocalTime time = BrusselsTime.timeOfDay(clock);
    if (time.isBefore(FROM) || !time.isBefore(UNTIL) || !isWorkingDaySomewhere(today)) {
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

  /** The last day whose round should have run by now: today from one hour after its beginning. */
  @Transactional(readOnly = true)
  public LocalDate lastExpectedRound() {
    LocalDate day = BrusselsTime.today(clock);
    if (BrusselsTime.timeOfDay(clock).isBefore(FROM.plusHours(1))) {
      day = day.minusDays(1);
    }
    while (!isWorkingDaySomewhere(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The round that should have run by now and did not; empty too while none ever ran. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> missing() {
    LocalDate expected = lastExpectedRound();
    return rounds.last().filter(last -> last.isBefore(expected)).map(last -> expected);
  }

  private boolean isWorkingDaySomewhere(LocalDate day) {
    return Arrays.stream(Country.values()).anyMatch(c -> calendar.isWorkingDay(day, c));
  }

  private void write(RoundPlan plan) {
    RoundResult report = plan.report();
    LocalDate on = report.on();
    List<NewEmail> emails =
        plan.given().entrySet().stream().map(e -> email(plan, e.getKey(), e.getValue())).toList();
    Map<PersonId, UUID> queued = mailQueue.putAll(emails);
    if (queued.size() != emails.size()) {
      throw new IllegalStateException("A digest was written past the lock of the round of " + on);
    }
    reminders.insert(on, plan.given().values().stream().flatMap(List::stream).toList(), queued);
    reminders.insert(on, plan.newlySuppressed(), Map.of());
    rounds.finished(report, plan.newlySuppressed().size(), clock.instant());
    log.info(
        "Reminder round of {}: {} emails, {} reminders, suppressed {}",
        on,
        report.emails(),
        report.reminders(),
        report.suppressed());
  }

  private NewEmail email(RoundPlan plan, Person person, List<Reminder> given) {
    LocalDate on = plan.day();
    return new NewEmail(
        person.id(),
        person.address().orElseThrow(),
        on,
        EmailKind.DIGEST.name(),
        person.language(),
        digests.subject(person, given, on),
        given.stream().map(reminder -> reminder.item().ref()).toList(),
        delay(plan.hourOf(person)));
  }

  /** How long an email waits for the hour its reader chose; not at all once that has passed. */
  private Duration delay(int hour) {
    Duration delay = Duration.between(BrusselsTime.timeOfDay(clock), LocalTime.of(hour, 0));
    return delay.isNegative() ? Duration.ZERO : delay;
  }
}
