package eu.jalon.security.configuration;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.security.oidc.OidcIssuers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Logs a one-time password at startup if no administrator can sign in, for the first administrator
 * in the directory or for a new one.
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
    if (directory.administrators().stream().anyMatch(this::canSignIn)) {
      return;
    }
    Person administrator = directory.firstAdministrator();
    String password = directory.issuePassword(administrator.id());
    LOG.warn(
        "First start: sign in as {} with the password {} (shown once)",
        administrator.id().value(),
        password);
  }

  /** Whether the user has a password, or an e-mail address while an OIDC issuer is configured. */
  private boolean canSignIn(Person person) {
    return directory.passwordHash(person.id()).isPresent()
        || (!issuers.isEmpty() && person.address().isPresent());
  }
}
