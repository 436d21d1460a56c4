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

/** Reminder rounds on request: a dry run for any day, a real round for today only. */
@RestController
@RequestMapping("/api/reminder-rounds")
class ReminderRoundsApi {

  private final ReminderRound round;
  private final Forecasts forecasts;

  ReminderRoundsApi(ReminderRound round, Forecasts forecasts) {
    this.round = round;
    this.forecasts = forecasts;
  }

  /**
   * The day of a round.
   *
   * @param dryRun whether nothing is sent
   */
  record RoundRequest(@NotNull LocalDate on, boolean dryRun) {}

  /** The number of reminders suppressed for one reason. */
  record SuppressedCount(String reason, int count) {}

  /** The result of a round or a dry run. */
  record RoundView(LocalDate on, int emails, int reminders, List<SuppressedCount> suppressed) {

    static RoundView of(RoundResult report) {
      return new RoundView(
          report.on(),
          report.emails(),
          report.reminders(),
          report.suppressed().entrySet().stream()
              .map(entry -> new SuppressedCount(entry.getKey().name(), entry.getValue()))
              .toList());
    }
  }

  /**
   * The forecast for one person.
   *
   * @param items the number of action items in the e-mail of each day
   */
  record RecipientForecastView(String person, int emails, Map<LocalDate, Integer> items) {}

  /** The e-mails that would be sent if no action item were completed. */
  record ForecastView(
      LocalDate from,
      LocalDate until,
      int emails,
      List<RoundView> days,
      List<RecipientForecastView> people) {}

  /** Forecasts all rounds from today to a day, by default the next summit. */
  @GetMapping("/forecast")
  ForecastView forecast(@RequestParam(required = false) @Nullable LocalDate until, Person reader) {
    Viewer.requireCoordinator(reader);
    Forecast forecast =
        until == null ? forecasts.toNextSummit(reader) : forecasts.until(until, reader);
    return new ForecastView(
        forecast.from(),
        forecast.until(),
        forecast.emails(),
        forecast.days().stream().map(day -> RoundView.of(day.result())).toList(),
        forecast.recipients().stream()
            .map(
                recipient ->
                    new RecipientForecastView(
                        recipient.person().id().value(),
                        recipient.items().size(),
                        recipient.items()))
            .toList());
  }

  @PostMapping
  RoundView run(@Valid @RequestBody RoundRequest request, Person by) {
    return RoundView.of(round.run(request.on(), request.dryRun(), by));
  }
}
