package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absences;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.pages.settings.AbsenceForm;
import eu.jalon.pages.settings.AbsenceFormModel;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters absences of other people of the coordinator's party. */
@Workspace
class AbsencesController {

  private final Directory directory;
  private final Absences availability;
  private final AbsenceFormModel absences;
  private final ValidationMessages messages;

  AbsencesController(
      Directory directory,
      Absences availability,
      AbsenceFormModel absences,
      ValidationMessages messages) {
    this.directory = directory;
    this.availability = availability;
    this.absences = absences;
    this.messages = messages;
  }

  @GetMapping("/people/{id}/absences")
  String absences(@PathVariable String id, Person person, Model model) {
    Person other = changeable(id, person);
    model.addAttribute("other", other);
    absences.show(other, "/people/" + other.id(), model);
    return "people/absences";
  }

  @PostMapping("/people/{id}/absences")
  String enter(
      @PathVariable String id,
      @ModelAttribute AbsenceForm form,
      Person person,
      RedirectAttributes flash) {
    Person other = changeable(id, person);
    try {
      availability.enter(form.of(other.id()), person);
      flash.addFlashAttribute("answer", "entered");
    } catch (ValidationError error) {
      flash.addFlashAttribute("typed", form);
      flash.addFlashAttribute("refusedAbsence", messages.sentence(error));
    }
    return page(other);
  }

  @PostMapping("/people/{id}/absences/{absence}/remove")
  String remove(
      @PathVariable String id,
      @PathVariable long absence,
      Person person,
      RedirectAttributes flash) {
    Person other = changeable(id, person);
    try {
      availability.remove(other.id(), absence, person);
      flash.addFlashAttribute("answer", "removed");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refusedAbsence", messages.sentence(error));
    }
    return page(other);
  }

  /** The person whose absences are changed; refused outside the user's rights. */
  private Person changeable(String id, Person by) {
    PeopleRights.requireReader(by);
    Person other =
        directory
            .person(new PersonId(id))
            .filter(each -> each.workplace().isPresent())
            .orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    if (!PeopleRights.mayChange(by, other.workplace().orElseThrow().party())) {
      throw ValidationError.forbidden("absence.notYours", id);
    }
    return other;
  }

  private static String page(Person other) {
    return "redirect:/people/" + other.id() + "/absences";
  }
}
