package eu.jalon.engine.access;

import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
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
  private final Parties parties;

  EngineAuthentication(IdentityService identity, Parties parties) {
    this.identity = identity;
    this.parties = parties;
  }

  /**
   * Runs an action as a user in the group of their ministry and in the series of their party, then
   * restores the authentication.
   */
  public void runAs(Person person, Runnable action) {
    Authentication previous = identity.getCurrentAuthentication();
    List<String> groups = person.workplace().map(MinistryCode::value).stream().toList();
    List<String> series = parties.seriesOf(person).stream().map(Series::id).toList();
    identity.setAuthentication(person.id().value(), groups, series);
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
