package eu.jalon.api.directory;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory: ministries and people. */
@RestController
@RequestMapping("/api")
class DirectoryApi {

  private final Directory directory;
  private final PasswordLinks links;

  DirectoryApi(Directory directory, PasswordLinks links) {
    this.directory = directory;
    this.links = links;
  }

  /** A ministry. */
  record MinistryView(String code, String name, PartyCode party, boolean coordination) {

    static MinistryView of(Ministry ministry, Person reader) {
      return new MinistryView(
          ministry.code().value(),
          ministry.name().in(reader.language()),
          ministry.party(),
          ministry.coordination());
    }
  }

  /** A person with an account. */
  record PersonView(
      String id,
      String name,
      @Nullable String email,
      String language,
      Role role,
      @Nullable String ministry) {

    static PersonView of(Person person, Person reader) {
      return new PersonView(
          person.id().value(),
          person.name().in(reader.language()),
          person.address().map(EmailAddress::value).orElse(null),
          person.language().code(),
          person.role(),
          person.workplace().map(MinistryCode::value).orElse(null));
    }
  }

  @GetMapping("/ministries")
  ItemList<MinistryView> ministries(Person reader) {
    List<MinistryView> views =
        directory.ministries().stream().map(ministry -> MinistryView.of(ministry, reader)).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** All people with an account, for coordinators and administrators. */
  @GetMapping("/people")
  ItemList<PersonView> people(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    if (reader.is(Role.FOCAL_POINT)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
    return ItemList.of(
        directory.people(new Page.Request(page, size)), person -> PersonView.of(person, reader));
  }

  /** A password, shown once. */
  record OneTimePassword(String password) {}

  /** Gives a person a new random password; administrators only. */
  @PostMapping("/people/{id}/password")
  OneTimePassword issuePassword(@PathVariable PersonId id, Person by) {
    if (!by.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    return new OneTimePassword(directory.issuePassword(id));
  }

  /** Sends an e-mail with a link to set a password, which works once and for three days. */
  @PostMapping("/people/{id}/invite")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void invite(@PathVariable PersonId id, Person by) {
    links.invite(id, by);
  }
}
