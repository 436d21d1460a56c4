package eu.jalon.pages.people;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.file.PeopleChanges;
import eu.jalon.directory.file.PeopleImport;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects the address and the language of a person. */
@Workspace
class AddressCorrectionController {

  private static final Set<String> RIGHTS = Set.of("role", "ministry");

  private final Directory directory;
  private final PeopleImport desk;
  private final UndeliverableAddresses addresses;
  private final AuditLog audit;
  private final ValidationMessages messages;

  AddressCorrectionController(
      Directory directory,
      PeopleImport desk,
      UndeliverableAddresses addresses,
      AuditLog audit,
      ValidationMessages messages) {
    this.directory = directory;
    this.desk = desk;
    this.addresses = addresses;
    this.audit = audit;
    this.messages = messages;
  }

  @GetMapping("/people/{id}/address")
  String address(@PathVariable String id, Person person, Model model) {
    Person other = changeable(id, person);
    String known = other.address().map(EmailAddress::value).orElse("");
    model.addAttribute("other", other);
    model.addAttribute("was", known);
    model.addAttribute("refusal", other.address().flatMap(addresses::of).orElse(null));
    model.addAttribute("languages", Language.known());
    if (!model.containsAttribute("typedEmail")) {
      model.addAttribute("typedEmail", known);
    }
    return "people/address";
  }

  @PostMapping("/people/{id}/address")
  String correct(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String was,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String language,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    Person other = changeable(id, person);
    try {
      List<PeopleChanges.ChangedField> fields =
          desk.correct(
              other.id(),
              new PeopleImport.Correction(address(was), address(email), language(language)),
              person);
      if (!fields.isEmpty()) {
        audit.record(
            AuditKind.DIRECTORY,
            person.id().value(),
            request.getRemoteAddr(),
            "person=" + other.id(),
            columns(fields),
            "changed");
      }
      flash.addFlashAttribute("corrected", !fields.isEmpty());
    } catch (ValidationError error) {
      if (error.kind() == ValidationError.Kind.FORBIDDEN) {
        throw error;
      }
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("typedEmail", email);
    }
    return "redirect:/people/" + other.id() + "/address";
  }

  /**
   * The changed columns; values only of role and ministry, because names and addresses are not
   * recorded.
   */
  static String columns(List<PeopleChanges.ChangedField> fields) {
    return fields.stream()
        .map(
            field ->
                RIGHTS.contains(field.column())
                    ? field.column() + " " + field.from() + " > " + field.to()
                    : field.column())
        .collect(Collectors.joining(", "));
  }

  private static @Nullable EmailAddress address(String typed) {
    return typed.isBlank() ? null : new EmailAddress(typed.strip());
  }

  private static Language language(String code) {
    return Choice.language("language", code);
  }

  private Person changeable(String id, Person by) {
    PeopleRights.requireReader(by);
    Person other =
        directory
            .person(new PersonId(id))
            .filter(each -> each.workplace().isPresent())
            .orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    MinistryCode workplace = Objects.requireNonNull(other.ministry());
    if (!PeopleRights.mayChange(by, workplace.party())) {
      throw ValidationError.forbidden("people.otherParty");
    }
    return other;
  }
}
