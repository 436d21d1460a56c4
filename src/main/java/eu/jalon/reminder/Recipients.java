package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who hears of an action item on a day, and in whose place. */
public final class Recipients {

  /** Somebody who can be written to, and whose place he takes where it is not his own. */
  public record Reached(Person person, @Nullable PersonId standsFor) {}

  /** Somebody who should hear and cannot. */
  public record Unreached(Person person, Suppression why) {}

  /** Those who hear, and those who should have. */
  public record Circle(List<Reached> reached, List<Unreached> unreached) {

    boolean isEmpty() {
      return reached.isEmpty() && unreached.isEmpty();
    }

    public boolean holds(PersonId person) {
      return reached.stream().anyMatch(each -> each.person().id().equals(person));
    }
  }

  /** What the directory and the mail queue know of the people. */
  record Known(
      Map<MinistryCode, List<Person>> staff,
      Collection<Ministry> ministries,
      Map<PersonId, NotificationSettings> settings,
      List<Absence> absences,
      Set<EmailAddress> refused) {}

  private final Map<MinistryCode, List<Person>> staff = new HashMap<>();
  private final Map<PersonId, Person> byId = new HashMap<>();
  private final Map<Country, List<Person>> coordinators;
  private final Map<PersonId, NotificationSettings> settings;
  private final Map<PersonId, List<Absence>> absences;
  private final Set<EmailAddress> refused;
  private final Map<Team, List<Person>> teams = new ConcurrentHashMap<>();

  private record Team(MinistryCode ministry, Role acting) {}

  Recipients(Known known) {
    known.staff().forEach((code, people) -> staff.put(code, new ArrayList<>(people)));
    for (Ministry ministry : known.ministries()) {
      ministry
          .mailbox()
          .ifPresent(
              box ->
                  staff
                      .computeIfAbsent(ministry.code(), code -> new ArrayList<>())
                      .add(mailbox(ministry, box)));
    }
    staff.values().forEach(people -> people.forEach(person -> byId.put(person.id(), person)));
    this.coordinators =
        byId.values().stream()
            .filter(person -> person.is(Role.COORDINATOR))
            .sorted(Comparator.comparing(Person::id))
            .collect(Collectors.groupingBy(Recipients::countryOf));
    this.settings = known.settings();
    this.absences = known.absences().stream().collect(Collectors.groupingBy(Absence::person));
    this.refused = known.refused();
  }

  private static Person mailbox(Ministry ministry, Ministry.Mailbox box) {
    return new Person(
        ministry.mailboxId(),
        ministry.name(),
        box.address(),
        box.language(),
        ministry.coordination() ? Role.COORDINATOR : Role.FOCAL_POINT,
        ministry.code());
  }

  /** The country whose working days are this person's. */
  public static Country countryOf(Person person) {
    return person.workplace().orElseThrow().country();
  }

  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public NotificationSettings settings(Person person) {
    return settings.getOrDefault(person.id(), NotificationSettings.USUAL);
  }

  /** The person who claimed the item, otherwise everybody at the ministry whose step it is. */
  public Circle owners(ActionItem item, LocalDate day) {
    Role acting = item.step().byCoordination() ? Role.COORDINATOR : Role.FOCAL_POINT;
    List<Person> team = team(item.ministry(), acting);
    List<Person> owners = assignee(item).map(List::of).orElse(team);
    return circle(owners, team, item.ministry().country(), day);
  }

  /** The focal points of a ministry. */
  public Circle ministry(MinistryCode ministry, LocalDate day) {
    List<Person> team = team(ministry, Role.FOCAL_POINT);
    return circle(team, team, ministry.country(), day);
  }

  /** The coordinators of a country. */
  public Circle coordinatorsOf(Country country, LocalDate day) {
    List<Person> team = coordinatorsOf(country);
    return circle(team, team, country, day);
  }

  public List<Person> coordinatorsOf(Country country) {
    return coordinators.getOrDefault(country, List.of());
  }

  /** Who stands in for a person on a day, whether or not he is there. */
  Optional<Person> substituteOf(Person person, LocalDate day) {
    return absence(person, day)
        .flatMap(Absence::standIn)
        .or(() -> settings(person).standIn())
        .flatMap(this::person)
        .filter(substitute -> barrier(substitute, day).isEmpty());
  }

  /**
   * A substitute takes an absent person's place; where nobody of the circle is left, the colleagues
   * do, and where there are none, the coordinators of the country.
   */
  private Circle circle(
      List<Person> people, List<Person> colleagues, Country country, LocalDate day) {
    Map<PersonId, Reached> reached = new LinkedHashMap<>();
    List<Unreached> unreached = new ArrayList<>();
    for (Person person : people) {
      barrier(person, day)
          .ifPresentOrElse(
              why -> unreached.add(new Unreached(person, why)),
              () -> reached.put(person.id(), new Reached(person, null)));
    }
    for (Unreached away : unreached) {
      substituteOf(away.person(), day)
          .ifPresent(
              substitute ->
                  reached.putIfAbsent(
                      substitute.id(), new Reached(substitute, away.person().id())));
    }
    if (reached.isEmpty() && !unreached.isEmpty()) {
      PersonId first = unreached.get(0).person().id();
      List<Person> others = reachable(colleagues, people, day);
      List<Person> last =
          others.isEmpty() ? reachable(coordinatorsOf(country), people, day) : others;
      last.forEach(person -> reached.put(person.id(), new Reached(person, first)));
    }
    return new Circle(List.copyOf(reached.values()), unreached);
  }

  private List<Person> reachable(List<Person> people, List<Person> without, LocalDate day) {
    return people.stream()
        .filter(person -> !without.contains(person) && barrier(person, day).isEmpty())
        .toList();
  }

  private Optional<Suppression> barrier(Person person, LocalDate day) {
    Optional<EmailAddress> address = person.address();
    if (address.isEmpty()) {
      return Optional.of(Suppression.NO_ADDRESS);
    }
    if (refused.contains(address.get())) {
      return Optional.of(Suppression.MAIL_REFUSED);
    }
    return absence(person, day).map(absence -> Suppression.ABSENT);
  }

  private Optional<Absence> absence(Person person, LocalDate day) {
    return absences.getOrDefault(person.id(), List.of()).stream()
        .filter(absence -> absence.covers(day))
        .findFirst();
  }

  private Optional<Person> assignee(ActionItem item) {
    PersonId assignee = item.assignee();
    return assignee == null
        ? Optional.empty()
        : person(assignee)
            .filter(person -> person.workplace().equals(Optional.of(item.ministry())));
  }

  /** Coordinators validate, focal points do the rest; a team without such people acts as one. */
  private List<Person> team(MinistryCode ministry, Role acting) {
    return teams.computeIfAbsent(
        new Team(ministry, acting),
        wanted -> {
          List<Person> everybody = staff.getOrDefault(ministry, List.of());
          List<Person> team = everybody.stream().filter(person -> person.is(acting)).toList();
          return team.isEmpty() ? everybody : team;
        });
  }
}
