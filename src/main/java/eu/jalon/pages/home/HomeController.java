package eu.jalon.pages.home;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Words;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.ActionItemFilter;
import eu.jalon.register.ActionItems;
import eu.jalon.register.Commitments;
import eu.jalon.register.MinistryOverdue;
import eu.jalon.register.Summits;
import eu.jalon.shared.Page;
import java.time.LocalDate;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page a coordinator leaves open all day; everybody else is shown to his own work. */
@Workspace
class HomeController {

  private final Summits summits;
  private final ActionItems items;
  private final Commitments commitments;
  private final Directory directory;
  private final Alarms alarms;
  private final Words words;

  HomeController(
      Summits summits,
      ActionItems items,
      Commitments commitments,
      Directory directory,
      Alarms alarms,
      Words words) {
    this.summits = summits;
    this.items = items;
    this.commitments = commitments;
    this.directory = directory;
    this.alarms = alarms;
    this.words = words;
  }

  @GetMapping("/")
  String home(Person person, Model model) {
    return switch (person.role()) {
      case COORDINATOR -> coordinatorsHome(person, model);
      case FOCAL_POINT -> "redirect:/camunda/app/tasklist/";
      case ADMINISTRATOR -> "redirect:/people";
    };
  }

  private String coordinatorsHome(Person person, Model model) {
    LocalDate today = words.today();
    List<MinistryOverdue> overdue = items.overdueByMinistry();
    int overdueItems = overdue.stream().mapToInt(MinistryOverdue::items).sum();
    var states = commitments.themeStates();
    model.addAttribute(
        "countdown", summits.next().map(next -> Countdown.to(next, today)).orElse(null));
    model.addAttribute("road", Road.of(summits.all(), today));
    model.addAttribute("overdueItems", overdueItems);
    model.addAttribute("late", LateMinistry.of(overdue));
    model.addAttribute("soon", DueSoon.read(items, person, today, overdueItems));
    model.addAttribute("toValidate", toValidate(person));
    model.addAttribute("themes", OriginThemes.of(states, summits.all()));
    model.addAttribute("alarms", alarms.raised());
    model.addAttribute("names", Names.of(directory));
    return "home";
  }

  /** How many decisions wait for the person's own team. */
  private long toValidate(Person person) {
    ActionItemFilter own =
        new ActionItemFilter(
            person.workplace().orElseThrow(),
            null,
            false,
            null,
            null,
            null,
            null,
            ActionItemFilter.Sort.DUE_ON);
    return items.page(own, person, new Page.Request(0, Page.Request.MAX_SIZE)).items().stream()
        .filter(view -> view.item().step().byCoordination())
        .count();
  }
}
