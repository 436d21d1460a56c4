package eu.jalon.directory;

import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;

/** Rights on the directory. */
public final class PeopleRights {

  private PeopleRights() {}

  /** Refuses all but coordinators and administrators. */
  public static void requireReader(Person person) {
    if (!person.is(Role.ADMINISTRATOR)) {
      Viewer.requireCoordinator(person);
    }
  }

  /** Administrators, and the coordinators of that party. */
  public static boolean mayChange(Person person, PartyCode party) {
    return person.is(Role.ADMINISTRATOR)
        || (person.is(Role.COORDINATOR)
            && person.workplace().filter(own -> own.party().equals(party)).isPresent());
  }

  /** Whether a user manages a person. */
  public static boolean manages(Person by, Person of) {
    return by.is(Role.ADMINISTRATOR)
        || of.workplace()
            .map(MinistryCode::party)
            .filter(party -> mayChange(by, party))
            .isPresent();
  }

  /**
   * Administrators manage all people, coordinators those of their party.
   *
   * @throws ValidationError {@code people.otherParty} or {@code register.coordinatorOnly}
   */
  public static void requireManager(Person by, Person of) {
    requireReader(by);
    if (!manages(by, of)) {
      throw ValidationError.forbidden("people.otherParty");
    }
  }
}
