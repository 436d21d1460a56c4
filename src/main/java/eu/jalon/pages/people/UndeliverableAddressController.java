package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Marks a refused address as working again, so that emails are sent to it. */
@Workspace
class UndeliverableAddressController {

  private final Directory directory;
  private final UndeliverableAddresses undeliverable;

  UndeliverableAddressController(Directory directory, UndeliverableAddresses undeliverable) {
    this.directory = directory;
    this.undeliverable = undeliverable;
  }

  @PostMapping("/people/{id}/address-works")
  String works(@PathVariable String id, Person person, RedirectAttributes flash) {
    PeopleRights.requireReader(person);
    Person other =
        directory
            .person(new PersonId(id))
            .orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    MinistryCode workplace =
        other.workplace().orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    return forget(id, workplace.party(), other.address(), person, flash);
  }

  @PostMapping("/people/ministries/{code}/address-works")
  String mailboxWorks(@PathVariable String code, Person person, RedirectAttributes flash) {
    PeopleRights.requireReader(person);
    Ministry ministry = directory.ministriesByCode().get(new MinistryCode(code));
    if (ministry == null) {
      throw ValidationError.notFound("people.noAddress", code);
    }
    Optional<EmailAddress> address = ministry.mailbox().map(Ministry.Mailbox::address);
    return forget(code, ministry.party(), address, person, flash);
  }

  private String forget(
      String whose,
      PartyCode party,
      Optional<EmailAddress> address,
      Person by,
      RedirectAttributes flash) {
    if (!PeopleRights.mayChange(by, party)) {
      throw ValidationError.forbidden("people.otherParty");
    }
    EmailAddress known =
        address.orElseThrow(() -> ValidationError.notFound("people.noAddress", whose));
    undeliverable.remove(known);
    flash.addFlashAttribute("forgotten", known.value());
    return "redirect:/people";
  }
}
