package eu.jalon.pages.people;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.people.PeopleActs;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a person, and lists closed accounts. */
@Workspace
class NewPersonController {

  private final Directory directory;
  private final PeopleActs acts;
  private final AuditLog audit;
  private final ValidationMessages messages;

  NewPersonController(
      Directory directory, PeopleActs acts, AuditLog audit, ValidationMessages messages) {
    this.directory = directory;
    this.acts = acts;
    this.audit = audit;
    this.messages = messages;
  }

  @GetMapping("/people/new")
  String ask(Person person, Model model) {
    PeopleRights.requireReader(person);
    model.addAttribute(
        "ministries",
        directory.ministries().stream()
            .filter(ministry -> PeopleRights.mayChange(person, ministry.party()))
            .filter(ministry -> person.is(Role.ADMINISTRATOR) || !ministry.coordination())
            .toList());
    model.addAttribute(
        "roles",
        person.is(Role.ADMINISTRATOR) ? List.of(Role.values()) : List.of(Role.FOCAL_POINT));
    model.addAttribute("languages", Language.known());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", PersonForm.EMPTY);
    }
    return "people/new";
  }

  @PostMapping("/people/new")
  String add(
      @ModelAttribute("form") PersonForm form,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    PeopleRights.requireReader(person);
    try {
      Person entered = form.person();
      acts.add(entered, person);
      audit.record(
          AuditKind.DIRECTORY,
          person.id().value(),
          request.getRemoteAddr(),
          "person=" + entered.id(),
          "added");
      flash.addFlashAttribute("done", "added");
      return "redirect:/people/" + entered.id();
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("form", form);
      return "redirect:/people/new";
    }
  }

  /** The closed accounts of the people whom the user manages. */
  @GetMapping("/people/closed")
  String closed(Person person, Model model) {
    PeopleRights.requireReader(person);
    model.addAttribute("people", acts.closed(person));
    return "people/closed";
  }
}
