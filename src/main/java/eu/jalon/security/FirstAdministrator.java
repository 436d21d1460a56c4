package eu.jalon.security;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
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
 * Makes the first administrator where the directory has none, with a password that is printed once.
 */
@Component
@Profile("!demo")
class FirstAdministrator {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Directory directory;

  FirstAdministrator(Directory directory) {
    this.directory = directory;
  }

  @EventListener(ApplicationReadyEvent.class)
  public void make() {
    if (directory.hasAdministrator()) {
      return;
    }
    Person administrator =
        new Person(
            new PersonId("admin"),
            new LocalText("Administration", "Beheer", "Administration"),
            null,
            Language.FR,
            Role.ADMINISTRATOR,
            null);
    directory.enter(List.of(), List.of(administrator));
    String password = directory.issuePassword(administrator.id());
    LOG.warn("First start: sign in as admin with the password {} (shown once)", password);
  }
}
