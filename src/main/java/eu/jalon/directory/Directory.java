package eu.jalon.directory;

import eu.jalon.directory.cache.ShortLivedCache;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Manages ministries, people, accounts and passwords. */
@Service
@Transactional
public class Directory {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcMinistries ministries;
  private final JdbcPeople people;
  private final JdbcSeries series;
  private final IdentityMirror mirror;
  private final PasswordEncoder passwords;
  private final ShortLivedCache<Listing> listing = new ShortLivedCache<>(this::list);

  Directory(
      JdbcMinistries ministries,
      JdbcPeople people,
      JdbcSeries series,
      IdentityMirror mirror,
      PasswordEncoder passwords) {
    this.ministries = ministries;
    this.people = people;
    this.series = series;
    this.mirror = mirror;
    this.passwords = passwords;
  }

  /**
   * The ministries and the people who belong to one, also those with a closed account, for names on
   * pages.
   *
   * @param ministries ordered by code
   */
  public record Listing(Map<MinistryCode, Ministry> ministries, Map<PersonId, Person> people) {}

  /** Returns the names; a change on another node is seen after at most ten seconds. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Listing listing() {
    return listing.get();
  }

  private Listing list() {
    return new Listing(
        Collections.unmodifiableMap(ministriesByCode()),
        everyone().stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity())));
  }

  /** Lets the names be read again, now and when the transaction has ended. */
  public void invalidateListing() {
    listing.invalidate();
  }

  /** Returns the ministries, without those that were merged into another one. */
  @Transactional(readOnly = true)
  public List<Ministry> ministries() {
    return ministries.all().stream().filter(Ministry::isOpen).toList();
  }

  /** Returns the ministries, without those that were merged into another one. */
  @Transactional(readOnly = true)
  public Map<MinistryCode, Ministry> openMinistries() {
    return ministries().stream().collect(Collectors.toMap(Ministry::code, Function.identity()));
  }

  /** Returns all ministries, also those that were merged into another one: records name them. */
  @Transactional(readOnly = true)
  public Map<MinistryCode, Ministry> ministriesByCode() {
    return ministries.all().stream()
        .collect(
            Collectors.toMap(
                Ministry::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /**
   * Returns the coordinating team of a party.
   *
   * @throws ValidationError {@code ministry.noCoordination} if the directory has none
   */
  @Transactional(readOnly = true)
  public MinistryCode coordinationOf(PartyCode party) {
    return ministries.all().stream()
        .filter(ministry -> ministry.coordination() && ministry.party().equals(party))
        .map(Ministry::code)
        .findFirst()
        .orElseThrow(() -> ValidationError.invalid("ministry.noCoordination", party));
  }

  @Transactional(readOnly = true)
  public Page<Person> people(Page.Request request) {
    return Page.of(people.page(request), request, people.count());
  }

  /** Returns a person with an open account. */
  @Transactional(readOnly = true)
  public Optional<Person> person(PersonId id) {
    return people.find(id).filter(person -> !person.closed());
  }

  /**
   * Returns a person with an open account and locks the row until the caller's transaction ends.
   */
  public Optional<Person> lock(PersonId id) {
    people.lock(id);
    return person(id);
  }

  /** Returns the people of all ministries, also those with a closed account, whom records name. */
  @Transactional(readOnly = true)
  public List<Person> everyone() {
    return people.all().stream().filter(person -> person.workplace().isPresent()).toList();
  }

  /** Returns the names of the closed accounts. */
  @Transactional(readOnly = true)
  public Set<PersonId> closedAccounts() {
    return people.all().stream().filter(Person::closed).map(Person::id).collect(Collectors.toSet());
  }

  /** Returns the account of a person, used to check whether a session is still valid. */
  @Transactional(readOnly = true)
  public Optional<Account> account(PersonId id) {
    return people.account(id);
  }

  /** Returns all accounts with an e-mail address, ignoring case; people can share an address. */
  @Transactional(readOnly = true)
  public List<Account> accounts(EmailAddress email) {
    return people.accounts(email);
  }

  /** Invalidates all sessions of a person on all nodes; takes effect at their next request. */
  public void endSessions(PersonId id) {
    people.endSessions(id);
  }

  /** Returns the people of each ministry with an open account; administrators belong to none. */
  @Transactional(readOnly = true)
  public Map<MinistryCode, List<Person>> staff() {
    return people.withMinistry().stream()
        .collect(Collectors.groupingBy(person -> person.workplace().orElseThrow()));
  }

  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return people.count() == 0;
  }

  /** Returns the administrators with an open account, ordered by id. */
  @Transactional(readOnly = true)
  public List<Person> administrators() {
    return people.all().stream()
        .filter(person -> person.is(Role.ADMINISTRATOR) && !person.closed())
        .toList();
  }

  /** Returns the first administrator by id; creates the account {@code admin} if there is none. */
  public Person firstAdministrator() {
    return administrators().stream().findFirst().orElseGet(this::createAdministrator);
  }

  private Person createAdministrator() {
    Person administrator =
        new Person(
            new PersonId("admin"),
            LocalText.same("Administration"),
            null,
            Language.first(),
            Role.ADMINISTRATOR,
            null);
    enter(List.of(), List.of(administrator));
    return administrator;
  }

  /** Returns the stored password hash; empty for a person who cannot sign in with a password. */
  @Transactional(readOnly = true)
  public Optional<String> passwordHash(PersonId id) {
    return people.passwordHash(id);
  }

  /** Stores the salted hash of a password given in plain text, and ends all sessions. */
  public void setPassword(PersonId id, String password) {
    setHash(id, hashOf(password));
  }

  /**
   * Sets a new random password, for an administrator to pass on, and ends all sessions of the
   * person.
   *
   * @return the password in plain text, which is not stored
   */
  public String issuePassword(PersonId id) {
    byte[] random = new byte[18];
    RANDOM.nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    setPassword(id, password);
    return password;
  }

  /** Returns the salted hash of a password; deliberately slow (PBKDF2). */
  public String hashOf(String password) {
    return passwords.encode(password);
  }

  /** Stores a password hash made by {@link #hashOf}, and ends all sessions. */
  public void setHash(PersonId id, String hash) {
    people.setPasswordHash(id, hash);
  }

  public void setLanguage(PersonId id, Language language) {
    listing.invalidate();
    people.setLanguage(id, language);
  }

  /**
   * Inserts or updates ministries and people and synchronizes the identity mirror, in one
   * transaction.
   *
   * @throws ValidationError for a second coordinating ministry of a party, or a ministry that would
   *     begin or cease to coordinate
   */
  public void enter(List<Ministry> enteredMinistries, List<Person> enteredPeople) {
    invalidateListing();
    requireSameRole(enteredMinistries);
    ministries.merge(enteredMinistries);
    people.merge(enteredPeople);
    List<Ministry> all = ministries.all();
    Ministry.requireOneCoordination(all);
    mirror.mirror(all, people.all());
    mirror.mirrorSeries(series.all(), all);
  }

  /** Synchronizes the identity mirror with the names and members of the ministries. */
  public void mirror() {
    invalidateListing();
    mirror.mirror(ministries.all(), List.of());
  }

  /** Open work refers to the coordinating ministry of a party by its code. */
  private void requireSameRole(List<Ministry> entered) {
    Map<MinistryCode, Ministry> before = ministriesByCode();
    for (Ministry ministry : entered) {
      Ministry known = before.get(ministry.code());
      if (known != null && known.coordination() != ministry.coordination()) {
        throw ValidationError.conflict("ministry.coordinationFixed", ministry.code());
      }
    }
  }
}
