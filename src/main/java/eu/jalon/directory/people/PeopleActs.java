package eu.jalon.directory.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.IdentityMirror;
import eu.jalon.directory.JdbcMinistries;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes, replaces, closes and erases people. The rules of the file import apply. Each act
 * on an existing person names the version that the user saw, and is rejected if it has changed.
 */
@Service
@Transactional
public class PeopleActs {

  private static final String ERASED = "erased-";

  private final JdbcPeople people;
  private final JdbcMinistries ministries;
  private final Directory directory;
  private final IdentityMirror mirror;
  private final List<PersonalRecords> records;
  private final AccountNames accounts;
  private final MessageSource messages;
  private final Clock clock;

  PeopleActs(
      JdbcPeople people,
      JdbcMinistries ministries,
      Directory directory,
      IdentityMirror mirror,
      List<PersonalRecords> records,
      AccountNames accounts,
      MessageSource messages,
      Clock clock) {
    this.people = people;
    this.ministries = ministries;
    this.directory = directory;
    this.mirror = mirror;
    this.records = records;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A person and what an act on the person would affect.
   *
   * @param version the version to be sent with an act
   * @param held the number of records by their kind, without those of which there are none
   * @param successors the colleagues to whom they can be handed over
   * @param lastReader whether the ministry would have no recipient of reminders without the person
   * @param sameAddress other open accounts with the same address
   */
  public record Account(
      Person person,
      int version,
      boolean erased,
      Map<String, Integer> held,
      List<Person> successors,
      boolean lastReader,
      List<PersonId> sameAddress) {}

  /**
   * Returns a person with an open or closed account, for who manages the person.
   *
   * @throws ValidationError if the person is unknown, or the user does not manage the person
   */
  @Transactional(readOnly = true)
  public Account account(PersonId id, Person by) {
    Person person = known(id);
    PeopleRights.requireManager(by, person);
    Map<String, Integer> held = new TreeMap<>();
    for (PersonalRecords each : records) {
      int count = each.count(id);
      if (count > 0) {
        held.put(each.kind(), count);
      }
    }
    List<Person> open = people.all().stream().filter(each -> !each.closed()).toList();
    return new Account(
        person,
        people.version(id),
        isErased(id),
        held,
        open.stream().filter(other -> mayReplace(other, person)).toList(),
        !person.closed() && isLastReader(person, open),
        person.closed()
            ? List.of()
            : open.stream()
                .filter(other -> PeopleRules.sharesAddress(other, person))
                .map(Person::id)
                .toList());
  }

  /** Returns the people with a closed account whom the user manages. */
  @Transactional(readOnly = true)
  public List<Person> closed(Person by) {
    PeopleRights.requireReader(by);
    return people.all().stream()
        .filter(person -> person.closed() && PeopleRights.manages(by, person))
        .toList();
  }

  /**
   * Adds a person.
   *
   * @throws ValidationError if the account exists, the ministry does not, or the user may not
   */
  public void add(Person entered, Person by) {
    PeopleRights.requireReader(by);
    people.lock();
    directory.invalidateListing();
    if (people.find(entered.id()).isPresent()) {
      throw ValidationError.conflict("people.exists", entered.id());
    }
    if (Ministry.isMailbox(entered.id()) || isErased(entered.id())) {
      throw ValidationError.invalid("directory.mailboxName", entered.id());
    }
    checkAndEnter(null, entered, by);
  }

  /**
   * Changes the name, role and ministry of a person. Tasks that the person claimed for a former
   * ministry become free there, and the rights change at once.
   */
  public void change(
      PersonId id,
      LocalText name,
      Role role,
      @Nullable MinistryCode ministry,
      int version,
      Person by) {
    people.lock();
    directory.invalidateListing();
    PeopleRights.requireManager(by, known(id));
    Person before = lockedOpen(id, version);
    Person after = new Person(id, name, before.email(), before.language(), role, ministry);
    if (after.equals(before)) {
      throw ValidationError.conflict("people.same", id);
    }
    checkAndEnter(before, after, by);
    if (!before.workplace().equals(after.workplace()) || before.role() != after.role()) {
      records.forEach(each -> each.release(id));
    }
  }

  private void checkAndEnter(@Nullable Person before, Person after, Person by) {
    Map<MinistryCode, Ministry> open =
        ministries.all().stream()
            .filter(Ministry::isOpen)
            .collect(Collectors.toMap(Ministry::code, each -> each));
    after
        .workplace()
        .filter(code -> !open.containsKey(code))
        .ifPresent(
            code -> {
              throw ValidationError.invalid("peopleFile.ministry", code);
            });
    Set<MinistryCode> teams =
        open.values().stream()
            .filter(Ministry::coordination)
            .map(Ministry::code)
            .collect(Collectors.toSet());
    PeopleRules.require(before, after, teams, by);
    PeopleRules.requireOwnAddress(after, people.all());
    directory.enter(List.of(), List.of(after));
  }

  /**
   * Hands the open tasks, drafts, saved views and substitutions of a person to a colleague with the
   * same role in the same ministry.
   */
  public void handOver(PersonId id, PersonId to, int version, Person by) {
    people.lock();
    directory.invalidateListing();
    PeopleRights.requireManager(by, known(id));
    handOver(lockedOpen(id, version), to);
    people.changed(id);
  }

  private void handOver(Person from, PersonId to) {
    if (people.find(to).filter(other -> mayReplace(other, from)).isEmpty()) {
      throw ValidationError.invalid("people.successor", to, from.id());
    }
    records.forEach(each -> each.handOver(from.id(), to));
  }

  /**
   * Closes an account: the person cannot sign in, gets no e-mails and has no tasks. A successor
   * takes over what the person had.
   *
   * @param successor absent if tasks are to become free in the ministry
   * @throws ValidationError if it is the user's own account, the last administrator, or of another
   *     role or party than the user manages
   */
  public void close(PersonId id, @Nullable PersonId successor, int version, Person by) {
    people.lock();
    directory.invalidateListing();
    requireCloser(by, known(id));
    Person person = lockedOpen(id, version);
    if (successor != null) {
      handOver(person, successor);
    }
    records.forEach(each -> each.release(id));
    people.close(id, clock.instant());
    mirror.mirror(List.of(), List.of(known(id)));
  }

  /** Opens a closed account again, without a password; the person can be invited. */
  public void reopen(PersonId id, int version, Person by) {
    people.lock();
    directory.invalidateListing();
    requireCloser(by, known(id));
    Person person = locked(id, version);
    if (!person.closed() || isErased(id)) {
      throw ValidationError.conflict("people.notClosed", id);
    }
    PeopleRules.requireOwnAddress(person, people.all());
    people.reopen(id);
    mirror.mirror(List.of(), List.of(known(id)));
  }

  /**
   * Erases a person whose account is closed (GDPR, article 17): name, address and account name go,
   * records keep the role and the ministry. Administrators only. The audit log keeps the account
   * name until its retention period is over.
   *
   * @return the account name that records show from now on
   */
  public PersonId erase(PersonId id, int version, Person by) {
    if (!by.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    people.lock();
    directory.invalidateListing();
    Person person = locked(id, version);
    if (!person.closed() || isErased(id)) {
      throw ValidationError.conflict("people.notClosed", id);
    }
    PersonId erased = new PersonId(ERASED + people.nextErased(ERASED));
    records.forEach(each -> each.release(id));
    records.forEach(each -> each.erase(id, person.address()));
    people.addErased(id, erased, formerName(person.role()));
    accounts.replace(id, erased);
    people.delete(id);
    return erased;
  }

  /** The name that stands for an erased person in all languages. */
  private LocalText formerName(Role role) {
    Map<Language, String> names = new LinkedHashMap<>();
    Language.known()
        .forEach(
            language ->
                names.put(
                    language,
                    messages.getMessage("person.former." + role, null, language.locale())));
    return new LocalText(names);
  }

  private void requireCloser(Person by, Person person) {
    PeopleRights.requireManager(by, person);
    if (by.id().equals(person.id())) {
      throw ValidationError.forbidden("people.ownAccount");
    }
    if (!by.is(Role.ADMINISTRATOR) && !person.is(Role.FOCAL_POINT)) {
      throw ValidationError.forbidden("people.roleByAdministrator", person.id());
    }
  }

  private Person known(PersonId id) {
    return people.find(id).orElseThrow(() -> ValidationError.notFound("person.unknown", id));
  }

  private Person lockedOpen(PersonId id, int version) {
    Person person = locked(id, version);
    if (person.closed()) {
      throw ValidationError.conflict("people.closed", id);
    }
    return person;
  }

  private Person locked(PersonId id, int version) {
    Person person = known(id);
    if (people.version(id) != version) {
      throw ValidationError.conflict("people.changed", id);
    }
    return person;
  }

  private static boolean isErased(PersonId id) {
    return id.value().startsWith(ERASED);
  }

  private static boolean mayReplace(Person other, Person person) {
    return !other.closed()
        && !other.id().equals(person.id())
        && other.role() == person.role()
        && other.workplace().equals(person.workplace());
  }

  /** Whether no colleague with an address and no mailbox of the ministry is left. */
  private boolean isLastReader(Person person, List<Person> open) {
    MinistryCode ministry = person.ministry();
    return ministry != null
        && ministries.all().stream()
            .filter(each -> each.code().equals(ministry))
            .allMatch(each -> each.mailbox().isEmpty())
        && open.stream()
            .filter(other -> !other.id().equals(person.id()))
            .noneMatch(
                other ->
                    other.workplace().equals(person.workplace()) && other.address().isPresent());
  }
}
