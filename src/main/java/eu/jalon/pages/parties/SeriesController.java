package eu.jalon.pages.parties;

import eu.jalon.directory.Parties;
import eu.jalon.directory.PartyAdministration;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters and changes series. */
@Workspace
class SeriesController {

  private final Parties parties;
  private final PartyAdministration administration;
  private final ValidationMessages messages;

  SeriesController(
      Parties parties, PartyAdministration administration, ValidationMessages messages) {
    this.parties = parties;
    this.administration = administration;
    this.messages = messages;
  }

  @GetMapping("/series/new")
  String enter(Model model) {
    return form(SeriesForm.EMPTY, model);
  }

  @GetMapping("/series/{id}")
  String change(@PathVariable String id, Model model) {
    Series series = parties.series(id);
    model.addAttribute("series", series);
    return form(SeriesForm.of(series), model);
  }

  private String form(SeriesForm shown, Model model) {
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", shown);
    }
    model.addAttribute("parties", parties.all());
    model.addAttribute("places", Series.MOST_PARTIES);
    model.addAttribute("fewest", Series.FEWEST_PARTIES);
    return "parties/series";
  }

  @PostMapping("/series")
  String enter(@ModelAttribute SeriesForm form, Person person, RedirectAttributes flash) {
    try {
      administration.enter(form.series(form.id()), person);
      flash.addFlashAttribute("answer", "entered");
      return PartiesController.LIST;
    } catch (ValidationError error) {
      return again(error, form, flash, "new");
    }
  }

  @PostMapping("/series/{id}")
  String change(
      @PathVariable String id,
      @ModelAttribute SeriesForm form,
      Person person,
      RedirectAttributes flash) {
    Series series = parties.series(id);
    try {
      administration.change(form.series(series.id()), person);
      flash.addFlashAttribute("answer", "changed");
      return PartiesController.LIST;
    } catch (ValidationError error) {
      return again(error, form, flash, series.id());
    }
  }

  private String again(
      ValidationError error, SeriesForm form, RedirectAttributes flash, String page) {
    flash.addFlashAttribute("refused", messages.sentence(error));
    flash.addFlashAttribute("form", form);
    return "redirect:/series/" + page;
  }
}
