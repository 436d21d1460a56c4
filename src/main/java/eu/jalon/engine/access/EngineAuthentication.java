package eu.jalon.engine.access;

import eu.jalon.directory.Person;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls with a user's authentication on the thread; without one the engine checks no
 * authorization.
 */
@Component
public class EngineAuthentication {

  private final IdentityService identity;

  EngineAuthentication(IdentityService identity) {
    this.identity = identity;
  }

  /** Runs an action as a user in the group of their ministry, then restores the authentication. */
  public void runAs(Person person, Runnable action) {
    Authentication previous = identity.getCurrentAuthentication();
    List<String> groups = person.workplace().map(MinistryCode::value).stream().toList();
    identity.setAuthentication(person.id().value(), groups);
    try {
      action.run();
    } finally {
      if (previous == null) {
        identity.clearAuthentication();
      } else {
        identity.setAuthentication(previous);
      }
    }
  }
}
