package eu.jalon.pages.home;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.MinistryOverdue;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.mail.MailFailures;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.overview.Overview;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.MeetingTimeline;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page of coordinators; other roles are redirected to their work. The number of statements
 * does not depend on the amount of data.
 */
@Workspace
class HomeController {

  private final Meetings summits;
  private final ActionItems items;
  private final Commitments commitments;
  private final Overview overview;
  private final Directory directory;
  private final Parties parties;
  private final Alarms alarms;
  private final PendingWork pending;
  private final PageFormatter format;

  HomeController(
      Meetings summits,
      ActionItems items,
      Commitments commitments,
      Overview overview,
      Directory directory,
      Parties parties,
      Alarms alarms,
      PendingWork pending,
      PageFormatter format) {
    this.summits = summits;
    this.items = items;
    this.commitments = commitments;
    this.overview = overview;
    this.directory = directory;
    this.parties = parties;
    this.alarms = alarms;
    this.pending = pending;
    this.format = format;
  }

  @GetMapping("/")
  String home(Person person, Model model) {
    return switch (person.role()) {
      case COORDINATOR -> coordinatorsHome(person, model);
      case FOCAL_POINT -> "redirect:/my-work";
      case ADMINISTRATOR -> "redirect:/people";
    };
  }

  private String coordinatorsHome(Person person, Model model) {
    LocalDate today = format.today();
    List<Meeting> series = summits.all(person);
    List<MinistryOverdue> overdue = items.overdueByMinistry(person);
    MailFailures mail = alarms.mail(person);
    LocalDate until = today.plusDays(DueSoon.HORIZON);
    Overview.Lists lists = overview.lists(until, DueSoon.SHOWN, person);
    List<ThemeCounts> themes = commitments.themeCounts(person);
    model.addAttribute(
        "countdown",
        summits.next(series, person).map(next -> Countdown.to(next, today)).orElse(null));
    model.addAttribute("road", MeetingTimeline.of(series, today));
    model.addAttribute("overdueItems", overdue.stream().mapToInt(MinistryOverdue::items).sum());
    model.addAttribute(
        "late",
        PartyOverdueView.of(
            overdue, parties.around(person), person.workplace().orElseThrow().party()));
    model.addAttribute("soon", DueSoon.of(lists, until));
    model.addAttribute("mine", pending.of(lists, mail, person));
    model.addAttribute("themes", MeetingThemesView.of(themes, series));
    Optional<Meeting> last = lastHeld(series);
    model.addAttribute("lastSummit", last.orElse(null));
    model.addAttribute(
        "trend",
        last.flatMap(Meeting::heldOn)
            .flatMap(held -> overview.trend(held, themes, person))
            .filter(trend -> trend.last().open() + trend.last().fulfilled() > 0)
            .map(TrendChart::of)
            .orElse(null));
    model.addAttribute("alarms", alarms.raised(mail, person));
    model.addAttribute("names", DirectoryNames.of(directory));
    return "home/home";
  }

  private static Optional<Meeting> lastHeld(List<Meeting> series) {
    return series.stream()
        .filter(summit -> summit.status() == Meeting.Status.HELD && summit.date() != null)
        .max(Comparator.comparing(summit -> summit.heldOn().orElseThrow()));
  }
}
