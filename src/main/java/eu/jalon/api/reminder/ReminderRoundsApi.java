package eu.jalon.api.reminder;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.reminder.round.Forecasts;
import eu.jalon.reminder.round.ReminderRound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of reminders by hand: a trial for any day, a real one for today. */
@RestController
@RequestMapping("/api/reminder-rounds")
class ReminderRoundsApi {

  private final ReminderRound round;
  private final Forecasts forecasts;

  ReminderRoundsApi(ReminderRound round, Forecasts forecasts) {
    this.round = round;
    this.forecasts = forecasts;
  }

  /** Which day, and whether it is only a trial. */
  record Wanted(@NotNull LocalDate on, boolean dryRun) {}

  /** How many reminders were held back for one reason. */
  record Held(String reason, int count) {}

  /** What a round did, or would do. */
  record RoundView(LocalDate on, int emails, int reminders, List<Held> suppressed) {

    static RoundView of(RoundResult report) {
      return new RoundView(
          report.on(),
          report.emails(),
          report.reminders(),
          report.suppressed().entrySet().stream()
              .map(entry -> new Held(entry.getKey().name(), entry.getValue()))
              .toList());
    }
  }

  /** What one person would get, the number of items of each of his emails by day. */
  record ReaderView(String person, int emails, Map<LocalDate, Integer> items) {}

  /** All emails that would go out if nobody did anything. */
  record ForecastView(
      LocalDate from, LocalDate until, int emails, List<RoundView> days, List<ReaderView> people) {}

  /** Foresees every round from today to a day; to the next summit by default. */
  @GetMapping("/forecast")
  ForecastView forecast(@RequestParam(required = false) @Nullable LocalDate until, Person reader) {
    Viewer.requireCoordinator(reader);
    Forecast forecast = until == null ? forecasts.toNextSummit() : forecasts.until(until);
    return new ForecastView(
        forecast.from(),
        forecast.until(),
        forecast.emails(),
        forecast.days().stream().map(day -> RoundView.of(day.result())).toList(),
        forecast.recipients().stream()
            .map(
                each ->
                    new ReaderView(each.person().id().value(), each.items().size(), each.items()))
            .toList());
  }

  @PostMapping
  RoundView run(@Valid @RequestBody Wanted wanted, Person by) {
    Viewer.requireCoordinator(by);
    return RoundView.of(round.run(wanted.on(), wanted.dryRun()));
  }
}
