package eu.jalon.simulation;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody of the decade: the people of the sample, colleagues of theirs (three of some, so that a
 * substitute is told from the others), somebody without an address, a mailbox, and a ministry that
 * nobody works for.
 */
final class SimulatedPeople {

  static final MinistryCode VACANT = new MinistryCode("FR-VAC");

  private static final MinistryCode MUTE = new MinistryCode("BE-REG");
  private static final MinistryCode WITH_MAILBOX = new MinistryCode("BE-FIN");

  private final Map<MinistryCode, List<Person>> byMinistry = new TreeMap<>();
  private final Map<PersonId, Person> byId = new TreeMap<>();
  private final List<MinistryCode> leads = new ArrayList<>();

  SimulatedPeople(Directory directory) {
    enter(directory);
    directory.staff().values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Person::id))
        .forEach(this::add);
    for (Ministry ministry : directory.ministries()) {
      ministry.mailbox().ifPresent(box -> add(mailbox(ministry, box)));
      if (!ministry.coordination() && !ministry.code().equals(VACANT)) {
        leads.add(ministry.code());
      }
    }
    leads.sort(null);
  }

  private static void enter(Directory directory) {
    Ministry finance = directory.ministriesByCode().get(WITH_MAILBOX);
    Ministry.Mailbox box =
        new Ministry.Mailbox(new EmailAddress("boite-fin@example.org"), Texts.FR);
    directory.enter(
        List.of(
            new Ministry(MUTE, false, Texts.text("Régie", "Regie")),
            new Ministry(VACANT, false, Texts.text("Poste vacant", null)),
            new Ministry(WITH_MAILBOX, false, finance.name(), box)),
        List.of(
            person("coord-be-2", "BE-PM", Role.COORDINATOR, Texts.NL),
            person("coord-fr-2", "FR-PM", Role.COORDINATOR, Texts.FR),
            person("be-ibz-3", "BE-IBZ", Role.FOCAL_POINT, Texts.FR),
            person("be-jus-2", "BE-JUS", Role.FOCAL_POINT, Texts.FR),
            person("be-mae-2", "BE-MAE", Role.FOCAL_POINT, Texts.EN),
            person("fr-int-2", "FR-INT", Role.FOCAL_POINT, Texts.FR),
            person("fr-int-3", "FR-INT", Role.FOCAL_POINT, Texts.FR),
            person("fr-jus-2", "FR-JUS", Role.FOCAL_POINT, Texts.FR),
            person("fr-jus-3", "FR-JUS", Role.FOCAL_POINT, Texts.FR),
            person("fr-arm-2", "FR-ARM", Role.FOCAL_POINT, Texts.FR),
            person("be-mute", MUTE.value(), Role.FOCAL_POINT, null)));
  }

  private static Person person(String id, String ministry, Role role, @Nullable Language language) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte " + id, null),
        language == null ? null : new EmailAddress(id + "@example.org"),
        language == null ? Texts.NL : language,
        role,
        new MinistryCode(ministry));
  }

  private static Person mailbox(Ministry ministry, Ministry.Mailbox box) {
    return new Person(
        new PersonId("mailbox." + ministry.code().value().toLowerCase(Locale.ROOT)),
        ministry.name(),
        box.address(),
        box.language(),
        Role.FOCAL_POINT,
        ministry.code());
  }

  private void add(Person person) {
    byMinistry
        .computeIfAbsent(person.workplace().orElseThrow(), code -> new ArrayList<>())
        .add(person);
    byId.put(person.id(), person);
  }

  boolean isMailbox(Person person) {
    return person.id().value().startsWith("mailbox.");
  }

  Optional<Person> find(PersonId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Person get(PersonId id) {
    return find(id).orElseThrow();
  }

  /** Everybody with an account, in an order that is the same in each run. */
  List<Person> accounts() {
    return byId.values().stream().filter(person -> !isMailbox(person)).toList();
  }

  /** Those of a ministry in a role; where it has none of them, all of it. */
  List<Person> team(MinistryCode ministry, Role role) {
    List<Person> everybody = byMinistry.getOrDefault(ministry, List.of());
    List<Person> team = everybody.stream().filter(person -> person.is(role)).toList();
    return team.isEmpty() ? everybody : team;
  }

  List<Person> coordinators(PartyCode party) {
    return byId.values().stream()
        .filter(person -> person.is(Role.COORDINATOR) && partyOf(person).equals(party))
        .toList();
  }

  List<Person> colleagues(Person person) {
    return byMinistry.getOrDefault(person.workplace().orElseThrow(), List.of()).stream()
        .filter(other -> !other.equals(person) && !isMailbox(other))
        .toList();
  }

  /** Ministries of a party that can lead a commitment, without the one that nobody works for. */
  List<MinistryCode> leads(PartyCode party) {
    return leads.stream().filter(code -> code.party().equals(party)).toList();
  }

  static PartyCode partyOf(Person person) {
    return person.workplace().orElseThrow().party();
  }
}
