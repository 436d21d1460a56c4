package eu.jalon.reminder.round;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.mail.MailQueue;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.Recipients;
import eu.jalon.reminder.Reminder;
import eu.jalon.reminder.ReminderEvaluator;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Country;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Foresees emails: every day from now on is planned with what the days before it would have said,
 * by the same evaluator that plans a real round. Nothing is written.
 */
@Service
@Transactional(readOnly = true)
public class Forecasts {

  /** A summit is rarely further away, and each day costs a look at each item. */
  private static final int FARTHEST = 550;

  private final RoundPlanner planner;
  private final PeopleToRemind readers;
  private final WorkingDays calendar;
  private final MailQueue mailQueue;
  private final Meetings summits;
  private final Clock clock;

  Forecasts(
      RoundPlanner planner,
      PeopleToRemind readers,
      WorkingDays calendar,
      MailQueue mailQueue,
      Meetings summits,
      Clock clock) {
    this.planner = planner;
    this.readers = readers;
    this.calendar = calendar;
    this.mailQueue = mailQueue;
    this.summits = summits;
    this.clock = clock;
  }

  /** All emails from today to the next summit, or for three months while none has a date. */
  public Forecast toNextSummit() {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate summit =
        summits
            .next()
            .flatMap(Meeting::heldOn)
            .filter(day -> !day.isBefore(today))
            .orElse(today.plusMonths(3));
    LocalDate last = today.plusDays(FARTHEST);
    return until(summit.isAfter(last) ? last : summit);
  }

  /** All emails from today's round on, if that is still to come, to a day; refuses a far day. */
  public Forecast until(LocalDate until) {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate last = today.plusDays(FARTHEST);
    if (until.isBefore(today) || until.isAfter(last)) {
      throw ValidationError.invalid("reminder.farForecast", last);
    }
    Recipients recipients = readers.on(today);
    List<Tally> days = new ArrayList<>();
    for (LocalDate day = today; !day.isAfter(until); day = day.plusDays(1)) {
      if (isWorkingDaySomewhere(day)) {
        days.add(new Tally(day, planner.evaluator(day, recipients, writtenOn(day, today))));
      }
    }
    if (!days.isEmpty()) {
      planner.slices(planner.horizon(until), today, slice -> foresee(slice, days));
    }
    return forecast(today, until, days);
  }

  private Set<eu.jalon.shared.PersonId> writtenOn(LocalDate day, LocalDate today) {
    return day.equals(today) ? mailQueue.writtenTo(day, EmailKind.DIGEST.name()) : Set.of();
  }

  private boolean isWorkingDaySomewhere(LocalDate day) {
    return Arrays.stream(Country.values()).anyMatch(c -> calendar.isWorkingDay(day, c));
  }

  private static void foresee(RoundPlanner.Slice slice, List<Tally> days) {
    for (OpenItem line : slice.lines()) {
      for (Tally day : days) {
        if (!day.evaluator.isSilent(line)) {
          day.add(line, slice);
        }
      }
    }
  }

  private static Forecast forecast(LocalDate from, LocalDate until, List<Tally> days) {
    Map<Person, Map<LocalDate, Integer>> people = new HashMap<>();
    for (Tally day : days) {
      day.items.forEach(
          (person, items) ->
              people.computeIfAbsent(person, each -> new TreeMap<>()).put(day.on, items));
    }
    return new Forecast(
        from,
        until,
        days.stream().map(Tally::report).map(Forecast.Day::new).toList(),
        people.entrySet().stream()
            .map(e -> new Forecast.Reader(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparing((Forecast.Reader reader) -> -reader.items().size())
                    .thenComparing(reader -> reader.person().id()))
            .toList());
  }

  /** One day in the making: only counts, since a year of reminders would not fit into memory. */
  private static final class Tally {

    private final LocalDate on;
    private final ReminderEvaluator evaluator;
    private final Map<Person, Integer> items = new HashMap<>();
    private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

    Tally(LocalDate on, ReminderEvaluator evaluator) {
      this.on = on;
      this.evaluator = evaluator;
    }

    void add(OpenItem line, RoundPlanner.Slice slice) {
      for (Reminder reminder : evaluator.evaluate(line, slice.earlier(), slice.pauses())) {
        reminder
            .suppressed()
            .ifPresentOrElse(
                why -> {
                  if (!why.isQuiet()) {
                    suppressed.merge(why, 1, Integer::sum);
                  }
                },
                () -> {
                  items.merge(reminder.recipient().orElseThrow(), 1, Integer::sum);
                  slice.earlier().add(reminder, on);
                });
      }
    }

    RoundResult report() {
      int reminders = items.values().stream().mapToInt(Integer::intValue).sum();
      return new RoundResult(on, items.size(), reminders, suppressed);
    }
  }
}
