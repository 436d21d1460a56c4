package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.register.ActionItem;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who hears of an action item. */
final class Recipients {

  private final Map<MinistryCode, List<Person>> staff;
  private final Map<PersonId, Person> byId;
  private final Map<Country, List<Person>> coordinators;

  /** Takes everybody who works on commitments, by ministry. */
  Recipients(Map<MinistryCode, List<Person>> staff) {
    this.staff = staff;
    this.byId =
        staff.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Person::id, Function.identity()));
    this.coordinators =
        byId.values().stream()
            .filter(person -> person.is(Role.COORDINATOR))
            .sorted(Comparator.comparing(Person::id))
            .collect(Collectors.groupingBy(Recipients::countryOf));
  }

  /** The person who claimed the item, otherwise everybody at the ministry whose step it is. */
  List<Person> owners(ActionItem item) {
    return assignee(item).map(List::of).orElseGet(() -> team(item));
  }

  /** The coordinators of a country. */
  List<Person> coordinatorsOf(Country country) {
    return coordinators.getOrDefault(country, List.of());
  }

  Optional<Person> person(PersonId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The country whose working days are this person's. */
  static Country countryOf(Person person) {
    return person.workplace().orElseThrow().country();
  }

  private Optional<Person> assignee(ActionItem item) {
    PersonId assignee = item.assignee();
    return assignee == null
        ? Optional.empty()
        : person(assignee)
            .filter(person -> person.workplace().equals(Optional.of(item.ministry())));
  }

  /** Coordinators validate, focal points do the rest; a team without such people acts as one. */
  private List<Person> team(ActionItem item) {
    List<Person> everybody = staff.getOrDefault(item.ministry(), List.of());
    Role acting = item.step().byCoordination() ? Role.COORDINATOR : Role.FOCAL_POINT;
    List<Person> team = everybody.stream().filter(person -> person.is(acting)).toList();
    return team.isEmpty() ? everybody : team;
  }
}
