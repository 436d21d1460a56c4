package eu.jalon.engine.access;

import eu.jalon.directory.Person;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * The one place where an act of ours reaches the engine in a person's name; without a name on the
 * thread the engine would check nothing.
 */
@Component
public class ActingPerson {

  private final IdentityService identity;

  ActingPerson(IdentityService identity) {
    this.identity = identity;
  }

  public void as(Person person, Runnable act) {
    Authentication before = identity.getCurrentAuthentication();
    List<String> groups = person.workplace().map(MinistryCode::value).stream().toList();
    identity.setAuthentication(person.id().value(), groups);
    try {
      act.run();
    } finally {
      if (before == null) {
        identity.clearAuthentication();
      } else {
        identity.setAuthentication(before);
      }
    }
  }
}
