package eu.jalon.pages.forecast;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.nudge.Forecast;
import eu.jalon.nudge.Forecasts;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Refusals;
import eu.jalon.pages.frame.Words;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Summit;
import eu.jalon.register.Summits;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All letters that would go out until the next summit if nobody did anything. */
@Workspace
class ForecastController {

  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 550;

  private final Forecasts forecasts;
  private final Summits summits;
  private final Directory directory;
  private final Refusals refusals;
  private final Words words;

  ForecastController(
      Forecasts forecasts, Summits summits, Directory directory, Refusals refusals, Words words) {
    this.forecasts = forecasts;
    this.summits = summits;
    this.directory = directory;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/forecast")
  String forecast(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    LocalDate day = until == null ? usual() : until;
    model.addAttribute("until", day);
    model.addAttribute("last", words.today().plusDays(MOST_DAYS));
    model.addAttribute("names", Names.of(directory));
    try {
      Forecast forecast = forecasts.until(day);
      model.addAttribute("forecast", forecast);
      model.addAttribute("strip", DayStrip.of(forecast));
      model.addAttribute("heat", HeatMap.of(forecast));
    } catch (Refusal refusal) {
      model.addAttribute("refused", refusals.sentence(refusal));
    }
    return "forecast";
  }

  /** The next summit where it is to come, as far as can be foreseen. */
  private LocalDate usual() {
    LocalDate today = words.today();
    LocalDate last = today.plusDays(MOST_DAYS);
    return summits
        .next()
        .flatMap(Summit::heldOn)
        .filter(date -> date.isAfter(today))
        .map(date -> date.isAfter(last) ? last : date)
        .orElse(today.plusDays(USUAL_DAYS));
  }
}
