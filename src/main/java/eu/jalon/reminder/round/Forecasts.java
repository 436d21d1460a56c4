package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forecasts e-mails: evaluates every future day with the same evaluator as a real round, taking the
 * forecast reminders of the days before into account. Writes nothing.
 */
@Service
@Transactional(readOnly = true)
public class Forecasts {

  /** A limit, since every day evaluates every item; meetings are rarely further away. */
  private static final int MAX_DAYS = 550;

  private final RoundPlanner planner;
  private final RecipientDirectory recipientDirectory;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final Meetings meetings;
  private final Clock clock;

  Forecasts(
      RoundPlanner planner,
      RecipientDirectory recipientDirectory,
      WorkingDays calendar,
      MailQueue mailQueue,
      Meetings meetings,
      Clock clock) {
    this.planner = planner;
    this.recipientDirectory = recipientDirectory;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.meetings = meetings;
    this.clock = clock;
  }

  /** The e-mails until the person's next meeting; for three months if none has a date. */
  public Forecast toNextSummit(Person person) {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate summit =
        meetings
            .next(person)
            .flatMap(Meeting::heldOn)
            .filter(day -> !day.isBefore(today))
            .orElse(today.plusMonths(3));
    LocalDate last = today.plusDays(MAX_DAYS);
    return until(summit.isAfter(last) ? last : summit, person);
  }

  /** The same as {@link #until(LocalDate, Predicate)} in the series that a person sees. */
  public Forecast until(LocalDate until, Person person) {
    Predicate<MeetingId> seen = meetings.seenBy(person);
    return until(until, ref -> seen.test(ref.meeting()));
  }

  /**
   * The e-mails from today's round, if it has not run yet, until a day, about commitments of some
   * meetings.
   *
   * @throws ValidationError if the day is before today or more than 550 days ahead
   */
  Forecast until(LocalDate until, Predicate<CommitmentRef> counted) {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate last = today.plusDays(MAX_DAYS);
    if (until.isBefore(today) || until.isAfter(last)) {
      throw ValidationError.invalid("reminder.farForecast", last);
    }
    Recipients recipients = recipientDirectory.on(today);
    List<DayCounts> days = new ArrayList<>();
    for (LocalDate day = today; !day.isAfter(until); day = day.plusDays(1)) {
      if (isWorkingDaySomewhere(day)) {
        days.add(
            new DayCounts(
                day,
                planner.evaluator(day, recipients, alreadyEmailed(day, today)),
                new RoundCounts(ref -> true)));
      }
    }
    if (!days.isEmpty()) {
      planner.forEachBatch(planner.horizon(until), today, batch -> count(batch, days, counted));
    }
    return forecast(today, until, days, recipients);
  }

  private Set<PersonId> alreadyEmailed(LocalDate day, LocalDate today) {
    return day.equals(today) ? mailQueue.recipients(day, EmailKind.DIGEST.name()) : Set.of();
  }

  private boolean isWorkingDaySomewhere(LocalDate day) {
    return calendar.isWorkingDayOfAny(day);
  }

  private static void count(
      RoundPlanner.ItemBatch batch, List<DayCounts> days, Predicate<CommitmentRef> counted) {
    for (OpenItem item : batch.items()) {
      if (!counted.test(item.item().ref())) {
        continue;
      }
      for (DayCounts day : days) {
        if (day.evaluator.asksForReminder(item)) {
          day.add(item, batch);
        }
      }
    }
  }

  private static Forecast forecast(
      LocalDate from, LocalDate until, List<DayCounts> days, Recipients recipients) {
    Map<PersonId, Map<LocalDate, Integer>> itemsByPerson = new HashMap<>();
    for (DayCounts day : days) {
      day.counts
          .items()
          .forEach(
              (person, items) ->
                  itemsByPerson.computeIfAbsent(person, key -> new TreeMap<>()).put(day.on, items));
    }
    return new Forecast(
        from,
        until,
        days.stream().map(DayCounts::result).map(Forecast.Day::new).toList(),
        itemsByPerson.entrySet().stream()
            .map(
                e ->
                    new Forecast.Recipient(
                        recipients.person(e.getKey()).orElseThrow(), e.getValue()))
            .sorted(
                Comparator.comparing((Forecast.Recipient recipient) -> -recipient.items().size())
                    .thenComparing(recipient -> recipient.person().id()))
            .toList());
  }

  /** What is counted of one day. */
  private record DayCounts(LocalDate on, ReminderEvaluator evaluator, RoundCounts counts) {

    RoundResult result() {
      return counts.result(on);
    }

    void add(OpenItem item, RoundPlanner.ItemBatch batch) {
      for (Reminder reminder : evaluator.evaluate(item, batch.history(), batch.pauses())) {
        counts.add(reminder);
        if (reminder.suppressed().isEmpty()) {
          batch.history().add(reminder, on);
        }
      }
    }
  }
}
