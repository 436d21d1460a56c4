package eu.jalon.directory.people;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Access rules for adding and changing people: administrators may change all people, coordinators
 * those of their own party. Only administrators change roles, coordinating teams and the address of
 * another coordinator, which can be used for signing in. Users cannot change their own role.
 */
public final class PeopleRules {

  private PeopleRules() {}

  /**
   * Checks a change.
   *
   * @param before the person before the change; absent for a new person
   * @param teams the coordinating teams of both parties
   */
  public static void require(
      @Nullable Person before, Person after, Set<MinistryCode> teams, Person by) {
    PersonId id = after.id();
    if (before != null && before.closed()) {
      throw ValidationError.conflict("people.closed", id);
    }
    Role role = before == null ? Role.FOCAL_POINT : before.role();
    if (role != after.role() && id.equals(by.id())) {
      throw ValidationError.forbidden("people.ownRole");
    }
    if (by.is(Role.ADMINISTRATOR)) {
      return;
    }
    if (!by.is(Role.COORDINATOR)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
    if (role != after.role() || role == Role.ADMINISTRATOR) {
      throw ValidationError.forbidden("people.roleByAdministrator", id);
    }
    if (before != null
        && role == Role.COORDINATOR
        && !id.equals(by.id())
        && !before.address().equals(after.address())) {
      throw ValidationError.forbidden("people.addressByAdministrator", id);
    }
    Optional<PartyCode> own = by.workplace().map(MinistryCode::party);
    boolean stays =
        Stream.of(Optional.ofNullable(before), Optional.of(after))
            .flatMap(Optional::stream)
            .allMatch(person -> person.workplace().map(MinistryCode::party).equals(own));
    if (!stays) {
      throw ValidationError.forbidden("people.partyOfOther", id);
    }
    Optional<MinistryCode> from = before == null ? Optional.empty() : before.workplace();
    boolean moves = !from.equals(after.workplace());
    if (moves
        && Stream.of(from, after.workplace()).flatMap(Optional::stream).anyMatch(teams::contains)) {
      throw ValidationError.forbidden("people.teamByAdministrator", id);
    }
  }

  /**
   * Rejects an address that already belongs to a coordinator or an administrator: OpenID Connect
   * signs in the one person with the verified address, so it must be unique for them.
   */
  public static void requireOwnAddress(Person after, Collection<Person> people) {
    boolean taken =
        people.stream()
            .filter(other -> !other.closed() && !other.is(Role.FOCAL_POINT))
            .anyMatch(other -> sharesAddress(other, after));
    if (taken) {
      throw ValidationError.conflict("people.addressTaken", after.id());
    }
  }

  /** Whether two different people have the same address, ignoring case. */
  public static boolean sharesAddress(Person first, Person second) {
    return !first.id().equals(second.id())
        && first
            .address()
            .filter(
                address ->
                    second
                        .address()
                        .filter(other -> other.value().equalsIgnoreCase(address.value()))
                        .isPresent())
            .isPresent();
  }
}
