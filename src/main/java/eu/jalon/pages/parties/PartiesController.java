package eu.jalon.pages.parties;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.PartyAdministration;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists parties and series, and enters and changes parties. */
@Workspace
class PartiesController {

  static final String LIST = "redirect:/parties";

  private final Parties parties;
  private final Directory directory;
  private final PartyAdministration administration;
  private final ValidationMessages messages;

  PartiesController(
      Parties parties,
      Directory directory,
      PartyAdministration administration,
      ValidationMessages messages) {
    this.parties = parties;
    this.directory = directory;
    this.administration = administration;
    this.messages = messages;
  }

  @GetMapping("/parties")
  String list(Model model) {
    model.addAttribute("parties", parties.all());
    List<Series> series = parties.series();
    model.addAttribute("series", series);
    model.addAttribute("rules", rules(series));
    model.addAttribute("coordinations", coordinations());
    return "parties/parties";
  }

  /** The default deadline rules by the id of the series. */
  private static Map<String, DeadlineRule> rules(List<Series> series) {
    Map<String, DeadlineRule> rules = new HashMap<>();
    for (Series each : series) {
      String rule = each.defaultDeadline();
      if (rule != null) {
        rules.put(each.id(), DeadlineRule.parse(rule));
      }
    }
    return rules;
  }

  @GetMapping("/parties/new")
  String enter(Model model) {
    return form(PartyForm.EMPTY, model);
  }

  @GetMapping("/parties/{code}")
  String change(@PathVariable String code, Model model) {
    PartyCode party = new PartyCode(code);
    model.addAttribute("party", parties.get(party));
    model.addAttribute("coordination", coordinations().get(party));
    return form(PartyForm.of(parties.get(party)), model);
  }

  private String form(PartyForm shown, Model model) {
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", shown);
    }
    model.addAttribute("calendars", WorkingDays.known());
    model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
    return "parties/party";
  }

  @PostMapping("/parties")
  String enter(@ModelAttribute PartyForm form, Person person, RedirectAttributes flash) {
    try {
      administration.enter(
          form.party(new PartyCode(form.code())), form.requiredCoordination(), person);
      flash.addFlashAttribute("answer", "entered");
      return LIST;
    } catch (ValidationError error) {
      return again(error, form, flash, "new");
    }
  }

  @PostMapping("/parties/{code}")
  String change(
      @PathVariable String code,
      @ModelAttribute PartyForm form,
      Person person,
      RedirectAttributes flash) {
    PartyCode party = parties.get(new PartyCode(code)).code();
    try {
      administration.change(form.party(party), form.coordination(), person);
      flash.addFlashAttribute("answer", "changed");
      return LIST;
    } catch (ValidationError error) {
      return again(error, form, flash, party.value());
    }
  }

  private String again(
      ValidationError error, PartyForm form, RedirectAttributes flash, String page) {
    flash.addFlashAttribute("refused", messages.sentence(error));
    flash.addFlashAttribute("form", form);
    return LIST + "/" + page;
  }

  private Map<PartyCode, Ministry> coordinations() {
    return directory.ministries().stream()
        .filter(Ministry::coordination)
        .collect(Collectors.toMap(Ministry::party, ministry -> ministry));
  }
}
