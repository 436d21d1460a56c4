package eu.jalon.pages.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.directory.people.PeopleActs;
import eu.jalon.operation.person.JdbcPersonRows;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one person: the account, what it holds, and what can be done with it. */
@Workspace
class PersonController {

  private final Directory directory;
  private final Parties parties;
  private final PeopleActs acts;
  private final PasswordLinks links;
  private final JdbcPersonRows rows;
  private final ObjectMapper json;
  private final AuditLog audit;
  private final ValidationMessages messages;

  PersonController(
      Directory directory,
      Parties parties,
      PeopleActs acts,
      PasswordLinks links,
      JdbcPersonRows rows,
      ObjectMapper json,
      AuditLog audit,
      ValidationMessages messages) {
    this.directory = directory;
    this.parties = parties;
    this.acts = acts;
    this.links = links;
    this.rows = rows;
    this.json = json;
    this.audit = audit;
    this.messages = messages;
  }

  @GetMapping("/people/{id}")
  String person(@PathVariable String id, Person person, Model model) {
    PeopleActs.Account account = acts.account(new PersonId(id), person);
    Person other = account.person();
    model.addAttribute("account", account);
    model.addAttribute("other", other);
    model.addAttribute("hasPassword", directory.passwordHash(other.id()).isPresent());
    model.addAttribute("link", links.latest(other.id()).orElse(null));
    model.addAttribute("self", other.id().equals(person.id()));
    model.addAttribute("closable", person.is(Role.ADMINISTRATOR) || other.is(Role.FOCAL_POINT));
    model.addAttribute("roles", roles(person, other));
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("names", names);
    model.addAttribute("ministries", names.inOrder(parties.around(person)));
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", PersonForm.of(other));
    }
    return "people/person";
  }

  /** The roles that the user may choose; only administrators change roles. */
  private static List<Role> roles(Person by, Person other) {
    return by.is(Role.ADMINISTRATOR) ? List.of(Role.values()) : List.of(other.role());
  }

  /** Sends a link with which the person sets a password. */
  @PostMapping("/people/{id}/invite")
  String invite(
      @PathVariable String id,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return act(id, "invited", person, request, flash, other -> links.invite(other, person));
  }

  /** Changes the name, the role and the ministry. */
  @PostMapping("/people/{id}/change")
  String change(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      @ModelAttribute("form") PersonForm form,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return act(
        id,
        "changed",
        person,
        request,
        flash,
        other ->
            acts.change(other, form.names(), form.chosenRole(), form.workplace(), version, person));
  }

  @PostMapping("/people/{id}/hand-over")
  String handOver(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String to,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return act(
        id,
        "handedOver",
        person,
        request,
        flash,
        other -> acts.handOver(other, new PersonId(to), version, person));
  }

  @PostMapping("/people/{id}/close")
  String close(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String successor,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return act(
        id,
        "closed",
        person,
        request,
        flash,
        other -> acts.close(other, FormValues.person(successor), version, person));
  }

  @PostMapping("/people/{id}/reopen")
  String reopen(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return act(
        id, "reopened", person, request, flash, other -> acts.reopen(other, version, person));
  }

  @PostMapping("/people/{id}/erase")
  String erase(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    PersonId other = acts.account(new PersonId(id), person).person().id();
    try {
      PersonId erased = acts.erase(other, version, person);
      record(other, "erased", person, request);
      flash.addFlashAttribute("done", "erased");
      return "redirect:/people/" + erased;
    } catch (ValidationError error) {
      return refused(error, other, flash);
    }
  }

  /** Everything that is kept about the person, as JSON by table (GDPR, article 15). */
  @GetMapping("/people/{id}/export")
  ResponseEntity<byte[]> export(@PathVariable String id, Person person)
      throws JsonProcessingException {
    if (!person.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    PersonId other = acts.account(new PersonId(id), person).person().id();
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("jalon-" + other + ".json").build().toString())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows.rows(other.value())));
  }

  /** What is done with an account. */
  private interface Act {
    void on(PersonId person);
  }

  private String act(
      String id,
      String what,
      Person by,
      HttpServletRequest request,
      RedirectAttributes flash,
      Act act) {
    PersonId other = acts.account(new PersonId(id), by).person().id();
    try {
      act.on(other);
      record(other, what, by, request);
      flash.addFlashAttribute("done", what);
      return "redirect:/people/" + other;
    } catch (ValidationError error) {
      return refused(error, other, flash);
    }
  }

  private String refused(ValidationError error, PersonId other, RedirectAttributes flash) {
    if (error.kind() == ValidationError.Kind.FORBIDDEN) {
      throw error;
    }
    flash.addFlashAttribute("refused", messages.sentence(error));
    return "redirect:/people/" + other;
  }

  private void record(PersonId other, String what, Person by, HttpServletRequest request) {
    audit.record(
        AuditKind.DIRECTORY, by.id().value(), request.getRemoteAddr(), "person=" + other, what);
  }
}
