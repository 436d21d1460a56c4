package eu.jalon.pages.people;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.PartyCode;

/** Rights on the directory. */
final class PeopleRights {

  private PeopleRights() {}

  /** Refuses all but coordinators and administrators. */
  static void requireReader(Person person) {
    if (!person.is(Role.ADMINISTRATOR)) {
      Viewer.requireCoordinator(person);
    }
  }

  /** Administrators, and the coordinators of that party. */
  static boolean mayChange(Person person, PartyCode party) {
    return person.is(Role.ADMINISTRATOR)
        || (person.is(Role.COORDINATOR)
            && person.workplace().filter(own -> own.party().equals(party)).isPresent());
  }
}
