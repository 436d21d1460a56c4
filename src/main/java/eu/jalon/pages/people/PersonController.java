package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one person: the account and what can be done with it. */
@Workspace
class PersonController {

  private final Directory directory;
  private final PasswordLinks links;
  private final ValidationMessages messages;

  PersonController(Directory directory, PasswordLinks links, ValidationMessages messages) {
    this.directory = directory;
    this.links = links;
    this.messages = messages;
  }

  @GetMapping("/people/{id}")
  String person(@PathVariable String id, Person person, Model model) {
    Person other = manageable(id, person);
    model.addAttribute("other", other);
    model.addAttribute("hasPassword", directory.passwordHash(other.id()).isPresent());
    model.addAttribute("link", links.latest(other.id()).orElse(null));
    return "people/person";
  }

  /** Sends a link with which the person sets a password. */
  @PostMapping("/people/{id}/invite")
  String invite(@PathVariable String id, Person person, RedirectAttributes flash) {
    Person other = manageable(id, person);
    try {
      links.invite(other.id(), person);
      flash.addFlashAttribute("done", "invited");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
    }
    return "redirect:/people/" + other.id();
  }

  private Person manageable(String id, Person by) {
    PeopleRights.requireReader(by);
    Person other =
        directory
            .person(new PersonId(id))
            .orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    PeopleRights.requireManager(by, other);
    return other;
  }
}
