package eu.jalon.api.directory;

import eu.jalon.api.directory.DirectoryApi.PersonView;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.people.PeopleActs;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds, changes, replaces, closes and erases people. */
@RestController
@RequestMapping("/api/people")
class PeopleApi {

  private final PeopleActs acts;

  PeopleApi(PeopleActs acts) {
    this.acts = acts;
  }

  /**
   * A person and what an act on the person would affect.
   *
   * @param held the number of records that a successor can take over, by kind
   * @param lastReader whether the ministry would have no recipient without the person
   * @param sameAddress other accounts with the same address
   */
  record AccountView(
      PersonView person,
      Map<String, String> names,
      int version,
      boolean closed,
      boolean erased,
      Map<String, Integer> held,
      List<String> successors,
      boolean lastReader,
      List<String> sameAddress) {

    static AccountView of(PeopleActs.Account account, Person reader) {
      Person person = account.person();
      return new AccountView(
          PersonView.of(person, reader),
          person.name().byCode(),
          account.version(),
          person.closed(),
          account.erased(),
          account.held(),
          account.successors().stream().map(each -> each.id().value()).toList(),
          account.lastReader(),
          account.sameAddress().stream().map(PersonId::value).toList());
    }
  }

  @GetMapping("/{id}")
  AccountView account(@PathVariable PersonId id, Person reader) {
    return AccountView.of(acts.account(id, reader), reader);
  }

  /** A new person; the ministry is absent for an administrator. */
  record NewPersonRequest(
      @NotNull PersonId id,
      @NotNull Map<String, String> names,
      @Nullable String email,
      @NotNull String language,
      @NotNull Role role,
      @Nullable MinistryCode ministry) {}

  /** Adds a person without a password; the person is invited then. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AccountView add(@Valid @RequestBody NewPersonRequest added, Person by) {
    acts.add(
        new Person(
            added.id(),
            names(added.names()),
            added.email() == null ? null : new EmailAddress(added.email()),
            Choice.language("language", added.language()),
            added.role(),
            added.ministry()),
        by);
    return account(added.id(), by);
  }

  /** Another name, role or ministry; what is absent stays. */
  record ChangeRequest(
      @NotNull Integer version,
      @Nullable Map<String, String> names,
      @Nullable Role role,
      @Nullable MinistryCode ministry) {}

  /** Changes a person; moved to another ministry, the person loses the claimed tasks at once. */
  @PatchMapping("/{id}")
  AccountView change(
      @PathVariable PersonId id, @Valid @RequestBody ChangeRequest change, Person by) {
    Person person = acts.account(id, by).person();
    Map<String, String> names = change.names();
    Role role = change.role() == null ? person.role() : change.role();
    acts.change(
        id,
        names == null ? person.name() : names(names),
        role,
        change.ministry() == null && role != Role.ADMINISTRATOR
            ? person.ministry()
            : change.ministry(),
        change.version(),
        by);
    return account(id, by);
  }

  /** The colleague who takes over. */
  record HandOverRequest(@NotNull Integer version, @NotNull PersonId to) {}

  /** Hands the open tasks, drafts, saved views and substitutions to a colleague. */
  @PostMapping("/{id}/hand-over")
  AccountView handOver(
      @PathVariable PersonId id, @Valid @RequestBody HandOverRequest request, Person by) {
    acts.handOver(id, request.to(), request.version(), by);
    return account(id, by);
  }

  /** Without a successor, claimed tasks become free in the ministry. */
  record CloseAccountRequest(@NotNull Integer version, @Nullable PersonId successor) {}

  /** Closes an account: no sign-in, no e-mails, no tasks. */
  @PostMapping("/{id}/close")
  AccountView close(
      @PathVariable PersonId id, @Valid @RequestBody CloseAccountRequest request, Person by) {
    acts.close(id, request.successor(), request.version(), by);
    return account(id, by);
  }

  /** The version that the user saw. */
  record VersionRequest(@NotNull Integer version) {}

  @PostMapping("/{id}/reopen")
  AccountView reopen(
      @PathVariable PersonId id, @Valid @RequestBody VersionRequest request, Person by) {
    acts.reopen(id, request.version(), by);
    return account(id, by);
  }

  /**
   * Erases a person with a closed account: name, address and account name go, records keep the
   * role. Administrators only; returns the account name that stands for the person.
   */
  @PostMapping("/{id}/erase")
  AccountView erase(
      @PathVariable PersonId id, @Valid @RequestBody VersionRequest request, Person by) {
    return account(acts.erase(id, request.version(), by), by);
  }

  private static LocalText names(Map<String, String> names) {
    return LocalText.given(names)
        .orElseThrow(() -> ValidationError.ofField("people.nameMissing", "names"));
  }
}
