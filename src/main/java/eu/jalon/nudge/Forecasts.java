package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.SheetLine;
import eu.jalon.register.Summit;
import eu.jalon.register.Summits;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Country;
import eu.jalon.shared.Refusal;
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
 * Foresees letters: every day from now on is planned with what the days before it would have said,
 * by the same ladder that plans a real round. Nothing is written.
 */
@Service
@Transactional(readOnly = true)
public class Forecasts {

  /** A summit is rarely further away, and each day costs a look at each item. */
  private static final int FARTHEST = 550;

  private final Planner planner;
  private final Readers readers;
  private final WorkingDays calendar;
  private final Outbox outbox;
  private final Summits summits;
  private final Clock clock;

  Forecasts(
      Planner planner,
      Readers readers,
      WorkingDays calendar,
      Outbox outbox,
      Summits summits,
      Clock clock) {
    this.planner = planner;
    this.readers = readers;
    this.calendar = calendar;
    this.outbox = outbox;
    this.summits = summits;
    this.clock = clock;
  }

  /** All letters from today to the next summit, or for three months while none has a date. */
  public Forecast toNextSummit() {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate summit =
        summits
            .next()
            .flatMap(Summit::heldOn)
            .filter(day -> !day.isBefore(today))
            .orElse(today.plusMonths(3));
    LocalDate last = today.plusDays(FARTHEST);
    return until(summit.isAfter(last) ? last : summit);
  }

  /** All letters from today's round on, if that is still to come, to a day; refuses a far day. */
  public Forecast until(LocalDate until) {
    LocalDate today = BrusselsTime.today(clock);
    LocalDate last = today.plusDays(FARTHEST);
    if (until.isBefore(today) || until.isAfter(last)) {
      throw Refusal.invalid("nudge.farForecast", last);
    }
    Recipients recipients = readers.on(today);
    List<Tally> days = new ArrayList<>();
    for (LocalDate day = today; !day.isAfter(until); day = day.plusDays(1)) {
      if (isWorkingDaySomewhere(day)) {
        days.add(new Tally(day, planner.ladder(day, recipients, writtenOn(day, today))));
      }
    }
    if (!days.isEmpty()) {
      planner.slices(planner.horizon(until), today, slice -> foresee(slice, days));
    }
    return forecast(today, until, days);
  }

  private Set<eu.jalon.shared.PersonId> writtenOn(LocalDate day, LocalDate today) {
    return day.equals(today) ? outbox.writtenTo(day, LetterKind.DIGEST.name()) : Set.of();
  }

  private boolean isWorkingDaySomewhere(LocalDate day) {
    return Arrays.stream(Country.values()).anyMatch(c -> calendar.isWorkingDay(day, c));
  }

  private static void foresee(Planner.Slice slice, List<Tally> days) {
    for (SheetLine line : slice.lines()) {
      for (Tally day : days) {
        if (!day.ladder.isSilent(line)) {
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

  /** One day in the making: only counts, since a year of nudges would not fit into memory. */
  private static final class Tally {

    private final LocalDate on;
    private final Ladder ladder;
    private final Map<Person, Integer> items = new HashMap<>();
    private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

    Tally(LocalDate on, Ladder ladder) {
      this.on = on;
      this.ladder = ladder;
    }

    void add(SheetLine line, Planner.Slice slice) {
      for (Nudge nudge : ladder.climb(line, slice.earlier(), slice.pauses())) {
        nudge
            .suppressed()
            .ifPresentOrElse(
                why -> {
                  if (!why.isQuiet()) {
                    suppressed.merge(why, 1, Integer::sum);
                  }
                },
                () -> {
                  items.merge(nudge.recipient().orElseThrow(), 1, Integer::sum);
                  slice.earlier().add(nudge, on);
                });
      }
    }

    NudgeReport report() {
      int nudges = items.values().stream().mapToInt(Integer::intValue).sum();
      return new NudgeReport(on, items.size(), nudges, suppressed);
    }
  }
}
