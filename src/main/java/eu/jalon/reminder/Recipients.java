package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
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

/** Resolves the recipients of a reminder on a day: absences, substitutes and fallbacks. */
public final class Recipients {

  /**
   * A person who can receive e-mail.
   *
   * @param standsFor the absent person they replace, if any
   */
  public record Recipient(Person person, @Nullable PersonId standsFor) {}

  /** A person who should receive a reminder and cannot. */
  public record Unreachable(Person person, Suppression reason) {}

  /** The recipients of one reminder, and the people who cannot receive it. */
  public record Selection(List<Recipient> recipients, List<Unreachable> unreachable) {

    boolean isEmpty() {
      return recipients.isEmpty() && unreachable.isEmpty();
    }

    public boolean includes(PersonId person) {
      return recipients.stream().anyMatch(recipient -> recipient.person().id().equals(person));
    }
  }

  /**
   * The data that recipients are resolved from.
   *
   * @param ministries all, also those that were merged into another one
   */
  record Source(
      Map<MinistryCode, List<Person>> staff,
      Collection<Ministry> ministries,
      Map<PersonId, NotificationSettings> settings,
      List<Absence> absences,
      Set<EmailAddress> undeliverable) {}

  private final Map<MinistryCode, List<Person>> staff = new HashMap<>();
  private final Map<PersonId, Person> byId = new HashMap<>();
  private final Map<PartyCode, List<Person>> coordinators;
  private final Map<PersonId, NotificationSettings> settings;
  private final Map<PersonId, List<Absence>> absences;
  private final Set<EmailAddress> undeliverable;
  private final Map<MinistryCode, MinistryCode> mergedInto = new HashMap<>();
  private final Map<Team, List<Person>> teams = new ConcurrentHashMap<>();

  private record Team(MinistryCode ministry, Role role) {}

  Recipients(Source source) {
    source.staff().forEach((code, people) -> staff.put(code, new ArrayList<>(people)));
    for (Ministry ministry : source.ministries()) {
      MinistryCode into = ministry.mergedInto();
      if (into != null) {
        mergedInto.put(ministry.code(), into);
      }
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
            .collect(Collectors.groupingBy(Recipients::partyOf));
    this.settings = source.settings();
    this.absences = source.absences().stream().collect(Collectors.groupingBy(Absence::person));
    this.undeliverable = source.undeliverable();
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

  /** The ministry that has the work of another one now: itself, or the one it was merged into. */
  public MinistryCode successor(MinistryCode ministry) {
    MinistryCode into = mergedInto.get(ministry);
    return into == null ? ministry : successor(into);
  }

  /** The party of the person's ministry, which determines their working days. */
  public static PartyCode partyOf(Person person) {
    return person.workplace().orElseThrow().party();
  }

  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public NotificationSettings settings(Person person) {
    return settings.getOrDefault(person.id(), NotificationSettings.USUAL);
  }

  /** The assignee of the item; without one, all people of the ministry with the acting role. */
  public Selection owners(ActionItem item, LocalDate day) {
    Role role = item.step().byCoordination() ? Role.COORDINATOR : Role.FOCAL_POINT;
    List<Person> team = team(item.ministry(), role);
    List<Person> owners = assignee(item).map(List::of).orElse(team);
    return select(owners, team, item.ministry().party(), day);
  }

  /** The focal points of a ministry. */
  public Selection ministry(MinistryCode ministry, LocalDate day) {
    List<Person> team = team(ministry, Role.FOCAL_POINT);
    return select(team, team, ministry.party(), day);
  }

  /** A person, or in their absence those who receive their e-mails. */
  public Selection of(Person person, LocalDate day) {
    MinistryCode ministry = person.workplace().orElseThrow();
    return select(List.of(person), team(ministry, Role.FOCAL_POINT), ministry.party(), day);
  }

  /** The coordinators of a party. */
  public Selection coordinatorsOf(PartyCode party, LocalDate day) {
    List<Person> team = coordinatorsOf(party);
    return select(team, team, party, day);
  }

  public List<Person> coordinatorsOf(PartyCode party) {
    return coordinators.getOrDefault(party, List.of());
  }

  /** The reachable substitute of a person on a day, even if the person is present. */
  Optional<Person> substituteOf(Person person, LocalDate day) {
    return absence(person, day)
        .flatMap(Absence::standIn)
        .or(() -> settings(person).standIn())
        .flatMap(this::person)
        .filter(substitute -> unreachableReason(substitute, day).isEmpty());
  }

  /**
   * Replaces each unreachable person by their substitute. If no recipient is left, all reachable
   * colleagues are chosen; without any, the coordinators of the party.
   */
  private Selection select(
      List<Person> people, List<Person> colleagues, PartyCode party, LocalDate day) {
    Map<PersonId, Recipient> recipients = new LinkedHashMap<>();
    List<Unreachable> unreachable = new ArrayList<>();
    for (Person person : people) {
      unreachableReason(person, day)
          .ifPresentOrElse(
              reason -> unreachable.add(new Unreachable(person, reason)),
              () -> recipients.put(person.id(), new Recipient(person, null)));
    }
    for (Unreachable absent : unreachable) {
      substituteOf(absent.person(), day)
          .ifPresent(
              substitute ->
                  recipients.putIfAbsent(
                      substitute.id(), new Recipient(substitute, absent.person().id())));
    }
    if (recipients.isEmpty() && !unreachable.isEmpty()) {
      PersonId absent = unreachable.get(0).person().id();
      List<Person> others = reachable(colleagues, people, day);
      List<Person> fallback =
          others.isEmpty() ? reachable(coordinatorsOf(party), people, day) : others;
      fallback.forEach(person -> recipients.put(person.id(), new Recipient(person, absent)));
    }
    return new Selection(List.copyOf(recipients.values()), unreachable);
  }

  private List<Person> reachable(List<Person> people, List<Person> excluded, LocalDate day) {
    return people.stream()
        .filter(person -> !excluded.contains(person) && unreachableReason(person, day).isEmpty())
        .toList();
  }

  private Optional<Suppression> unreachableReason(Person person, LocalDate day) {
    Optional<EmailAddress> address = person.address();
    if (address.isEmpty()) {
      return Optional.of(Suppression.NO_ADDRESS);
    }
    if (undeliverable.contains(address.get())) {
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

  /** The people of a ministry with a role; all of its people if none has it. */
  private List<Person> team(MinistryCode ministry, Role role) {
    return teams.computeIfAbsent(
        new Team(ministry, role),
        key -> {
          List<Person> all = staff.getOrDefault(ministry, List.of());
          List<Person> team = all.stream().filter(person -> person.is(role)).toList();
          return team.isEmpty() ? all : team;
        });
  }
}
