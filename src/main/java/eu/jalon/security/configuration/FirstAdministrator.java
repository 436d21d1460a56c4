package eu.jalon.security.configuration;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.security.oidc.OidcIssuers;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PersonId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints a password once while no administrator can sign in: for the first administrator of the
 * directory, or for one that is made where the directory names none.
 */
@Component
@Profile("!demo")
class FirstAdministrator {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Directory directory;
  private final OidcIssuers issuers;

  FirstAdministrator(Directory directory, OidcIssuers issuers) {
    this.directory = directory;
    this.issuers = issuers;
  }

  @EventListener(ApplicationReadyEvent.class)
  public void make() {
    List<Person> administrators = directory.administrators();
    if (administrators.stream().anyMatch(this::canSignIn)) {
      return;
    }
    Person administrator = administrators.isEmpty() ? entered() : administrators.get(0);
    String password = directory.issuePassword(administrator.id());
    LOG.warn(
        "First start: sign in as {} with the password {} (shown once)",
        administrator.id().value(),
        password);
  }

  /** With a password, or through an issuer that vouches for the address. */
  private boolean canSignIn(Person person) {
    return directory.passwordHash(person.id()).isPresent()
        || (!issuers.none() && person.address().isPresent());
  }

  private Person entered() {
    Person administrator =
        new Person(
            new PersonId("admin"),
            new LocalText("Administration", "Beheer", "Administration"),
            null,
            Language.FR,
            Role.ADMINISTRATOR,
            null);
    directory.enter(List.of(), List.of(administrator));
    return administrator;
  }
}
