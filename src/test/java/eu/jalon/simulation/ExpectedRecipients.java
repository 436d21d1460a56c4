package eu.jalon.simulation;

import eu.jalon.TestParties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who has to hear of an item on a day, said again by hand: who has to do it, or for whoever is away
 * his substitute; where nobody is left the colleagues, and after them the coordinators.
 */
final class ExpectedRecipients {

  /**
   * Somebody who has to hear, or for whom it has to be on record why he does not.
   *
   * @param person absent where there is nobody at all
   * @param reached whether he can be written to
   */
  record Concern(@Nullable Person person, RecipientRole recipientRole, boolean reached) {}

  private final LocalDate day;
  private final SimulatedPeople people;
  private final Map<PersonId, NotificationSettings> settings;
  private final Map<PersonId, List<Absence>> absences;
  private final Set<EmailAddress> refused;

  ExpectedRecipients(
      LocalDate day, SimulatedPeople people, Absences availability, Set<EmailAddress> refused) {
    this.day = day;
    this.people = people;
    this.settings = availability.settings();
    this.refused = refused;
    this.absences =
        availability.absences(day).stream().collect(Collectors.groupingBy(Absence::person));
  }

  LocalDate day() {
    return day;
  }

  NotificationSettings settings(PersonId person) {
    return settings.getOrDefault(person, NotificationSettings.USUAL);
  }

  boolean isAway(PersonId person) {
    return absence(person).isPresent();
  }

  boolean isRefused(Person person) {
    return person.email() != null && refused.contains(person.email());
  }

  boolean isReachable(Person person) {
    return person.email() != null && !isRefused(person) && !isAway(person.id());
  }

  private Optional<Absence> absence(PersonId person) {
    return absences.getOrDefault(person, List.of()).stream().filter(a -> a.covers(day)).findFirst();
  }

  /** Whom an item concerns at a stage, each person once, in the first role he has. */
  List<Concern> concerned(OpenItem item, ExpectedStage stage) {
    List<Concern> all = new ArrayList<>(owners(item));
    if (stage.copyTo().contains(CopyRecipient.SUBSTITUTE)) {
      for (Concern owner : owners(item)) {
        if (owner.reached() && owner.person() != null) {
          substitute(owner.person())
              .ifPresent(other -> all.add(new Concern(other, RecipientRole.SUBSTITUTE, true)));
        }
      }
    }
    PartyCode other = TestParties.BE.equals(item.party()) ? TestParties.FR : TestParties.BE;
    if (stage.copyTo().contains(CopyRecipient.OTHER_LEAD)) {
      all.addAll(
          circle(RecipientRole.OTHER_LEAD, people.team(item.lead(other), Role.FOCAL_POINT), other));
    }
    if (stage.copyTo().contains(CopyRecipient.COORDINATOR)
        || stage.copyTo().contains(CopyRecipient.ALL_COORDINATORS)) {
      all.addAll(coordinators(item.party()));
    }
    if (stage.copyTo().contains(CopyRecipient.ALL_COORDINATORS)) {
      all.addAll(coordinators(other));
    }
    Set<PersonId> named = new LinkedHashSet<>();
    return all.stream()
        .filter(concern -> concern.person() == null || named.add(concern.person().id()))
        .toList();
  }

  private List<Concern> coordinators(PartyCode party) {
    return circle(RecipientRole.COORDINATOR, people.coordinators(party), party);
  }

  /** Who has to do it: whoever took it, otherwise all those at the ministry whose work it is. */
  List<Concern> owners(OpenItem item) {
    List<Person> team = team(item);
    Optional<Person> taken =
        Optional.ofNullable(item.assignee())
            .flatMap(people::find)
            .filter(person -> item.ministry().equals(person.ministry()));
    List<Person> owners = taken.map(List::of).orElse(team);
    return circle(RecipientRole.OWNER, owners, team, item.party());
  }

  List<Person> team(OpenItem item) {
    Role role = item.step().byCoordination() ? Role.COORDINATOR : Role.FOCAL_POINT;
    return people.team(item.ministry(), role);
  }

  private List<Concern> circle(RecipientRole recipientRole, List<Person> team, PartyCode party) {
    return circle(recipientRole, team, team, party);
  }

  private List<Concern> circle(
      RecipientRole recipientRole, List<Person> persons, List<Person> team, PartyCode party) {
    if (persons.isEmpty()) {
      return List.of(new Concern(null, recipientRole, false));
    }
    List<Person> unreached = persons.stream().filter(person -> !isReachable(person)).toList();
    Set<Person> reached = new LinkedHashSet<>(persons);
    reached.removeAll(unreached);
    unreached.forEach(person -> substitute(person).ifPresent(reached::add));
    if (reached.isEmpty()) {
      reached.addAll(others(team, persons));
    }
    if (reached.isEmpty()) {
      reached.addAll(others(people.coordinators(party), persons));
    }
    List<Concern> circle = new ArrayList<>();
    unreached.forEach(person -> circle.add(new Concern(person, recipientRole, false)));
    reached.forEach(person -> circle.add(new Concern(person, recipientRole, true)));
    return circle;
  }

  private List<Person> others(List<Person> some, List<Person> without) {
    return some.stream()
        .filter(person -> isReachable(person) && !without.contains(person))
        .toList();
  }

  /** Whom his absence names, otherwise his settings; only somebody who is there himself. */
  private Optional<Person> substitute(Person person) {
    return absence(person.id())
        .map(Absence::substitute)
        .or(() -> settings(person.id()).standIn())
        .flatMap(people::find)
        .filter(this::isReachable);
  }

  /** Those of a ministry who can act on a day: they have an account and are not away. */
  List<Person> present(MinistryCode ministry, Role role) {
    return people.team(ministry, role).stream()
        .filter(person -> !people.isMailbox(person) && !isAway(person.id()))
        .toList();
  }
}
