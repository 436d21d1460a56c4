package eu.jalon.directory;

import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ministries of both countries and the people who work for them. */
@Service
@Transactional
public class Directory {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcMinistries ministries;
  private final JdbcPeople people;
  private final IdentityMirror mirror;
  private final PasswordEncoder passwords;

  Directory(
      JdbcMinistries ministries,
      JdbcPeople people,
      IdentityMirror mirror,
      PasswordEncoder passwords) {
    this.ministries = ministries;
    this.people = people;
    this.mirror = mirror;
    this.passwords = passwords;
  }

  @Transactional(readOnly = true)
  public List<Ministry> ministries() {
    return ministries.all();
  }

  @Transactional(readOnly = true)
  public Map<MinistryCode, Ministry> ministriesByCode() {
    return ministries.all().stream().collect(Collectors.toMap(Ministry::code, Function.identity()));
  }

  /** The coordinating team of a country; refuses where the directory names none. */
  @Transactional(readOnly = true)
  public MinistryCode coordinationOf(Country country) {
    return ministries.all().stream()
        .filter(ministry -> ministry.coordination() && ministry.country() == country)
        .map(Ministry::code)
        .findFirst()
        .orElseThrow(() -> ValidationError.invalid("ministry.noCoordination", country));
  }

  @Transactional(readOnly = true)
  public Page<Person> people(Page.Request request) {
    return Page.of(people.page(request), request, people.count());
  }

  @Transactional(readOnly = true)
  public Optional<Person> person(PersonId id) {
    return people.find(id);
  }

  /** A person whose ministry and role cannot change until the caller's transaction ends. */
  public Optional<Person> lock(PersonId id) {
    people.lock(id);
    return people.find(id);
  }

  /** The account of a person, for who asks whether his session still stands. */
  @Transactional(readOnly = true)
  public Optional<Account> account(PersonId id) {
    return people.account(id);
  }

  /** Whoever has the mail address, whatever its case; two people may share one. */
  @Transactional(readOnly = true)
  public List<Account> accounts(EmailAddress email) {
    return people.accounts(email);
  }

  /** Ends all sessions of a person, on all nodes, at their next request. */
  public void endSessions(PersonId id) {
    people.endSessions(id);
  }

  /** Everybody who works on commitments, by ministry; administrators are not among them. */
  @Transactional(readOnly = true)
  public Map<MinistryCode, List<Person>> staff() {
    return people.withMinistry().stream()
        .collect(Collectors.groupingBy(person -> person.workplace().orElseThrow()));
  }

  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return people.count() == 0;
  }

  /** The administrators, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Person> administrators() {
    return people.all().stream().filter(person -> person.is(Role.ADMINISTRATOR)).toList();
  }

  /** The stored password hash, empty for a person who cannot sign in with a password. */
  @Transactional(readOnly = true)
  public Optional<String> passwordHash(PersonId id) {
    return people.passwordHash(id);
  }

  /** Sets a password, given in clear, and ends all sessions; it is stored as a salted hash. */
  public void setPassword(PersonId id, String password) {
    setHash(id, hashOf(password));
  }

  /**
   * Gives a person a new random password, for an administrator to hand over; his sessions end.
   *
   * @return the password in clear, known nowhere else
   */
  public String issuePassword(PersonId id) {
    byte[] random = new byte[18];
    RANDOM.nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    setPassword(id, password);
    return password;
  }

  /** The salted hash of a password; it costs a noticeable part of a second, on purpose. */
  public String hashOf(String password) {
    return passwords.encode(password);
  }

  /** Sets a password by its hash, as {@link #hashOf} makes it, and ends all sessions. */
  public void setHash(PersonId id, String hash) {
    people.setPasswordHash(id, hash);
  }

  public void setLanguage(PersonId id, Language language) {
    people.setLanguage(id, language);
  }

  /** Enters or replaces ministries and people, and tells the mirror; all of it or nothing. */
  public void enter(List<Ministry> enteredMinistries, List<Person> enteredPeople) {
    ministries.merge(enteredMinistries);
    people.merge(enteredPeople);
    mirror.mirror(ministries.all(), people.all());
  }
}
