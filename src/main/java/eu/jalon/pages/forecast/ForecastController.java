package eu.jalon.pages.forecast;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.reminder.round.Forecasts;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The emails that would be sent until the next summit if nothing changed. */
@Workspace
class ForecastController {

  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 550;

  private final Forecasts forecasts;
  private final Meetings summits;
  private final Directory directory;
  private final Parties parties;
  private final ValidationMessages messages;
  private final PageFormatter format;
  private final WorkingDays calendar;

  ForecastController(
      Forecasts forecasts,
      Meetings summits,
      Directory directory,
      Parties parties,
      ValidationMessages messages,
      PageFormatter format,
      WorkingDays calendar) {
    this.forecasts = forecasts;
    this.summits = summits;
    this.directory = directory;
    this.parties = parties;
    this.messages = messages;
    this.format = format;
    this.calendar = calendar;
  }

  @GetMapping("/forecast")
  String forecast(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String series,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    LocalDate end = until == null ? usual(person) : until;
    model.addAttribute("until", end);
    model.addAttribute("last", format.today().plusDays(MOST_DAYS));
    model.addAttribute("names", DirectoryNames.of(directory));
    ListLink list = ListLink.to("/forecast").with(ListLink.SERIES, series).with("until", until);
    model.addAttribute("list", list);
    try {
      Forecast forecast = forecasts.until(end, person);
      model.addAttribute("forecast", forecast);
      model.addAttribute("calendar", EmailCalendar.of(forecast, parties.around(person), calendar));
      if (day == null) {
        addPeople(
            WeeklyEmailsTable.of(forecast, new Page.Request(page, WeeklyEmailsTable.MOST_ROWS)),
            list,
            model);
      } else {
        addDay(
            DayEmailsView.of(forecast, day, new Page.Request(page, DayEmailsView.PAGE)),
            list,
            model);
      }
    } catch (ValidationError error) {
      model.addAttribute("refused", messages.sentence(error));
    }
    return "forecast/forecast";
  }

  private static void addPeople(WeeklyEmailsTable heat, ListLink list, Model model) {
    model.addAttribute("heat", heat);
    model.addAttribute("pager", Pager.of(heat.rows(), list));
  }

  private static void addDay(DayEmailsView emails, ListLink list, Model model) {
    model.addAttribute("chosen", emails);
    model.addAttribute("pager", Pager.of(emails.emails(), list.with("day", emails.day())));
  }

  /** The date of the next summit, limited to the longest forecast. */
  private LocalDate usual(Person person) {
    LocalDate today = format.today();
    LocalDate last = today.plusDays(MOST_DAYS);
    return summits
        .next(person)
        .flatMap(Meeting::heldOn)
        .filter(date -> date.isAfter(today))
        .map(date -> date.isAfter(last) ? last : date)
        .orElse(today.plusDays(USUAL_DAYS));
  }
}
