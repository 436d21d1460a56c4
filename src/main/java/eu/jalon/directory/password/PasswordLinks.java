package eu.jalon.directory.password;

import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends links that let people set a password once: to people who are invited, and to people who
 * have forgotten theirs. The token is made when the e-mail is composed, and only its hash is kept.
 */
@Service
@Transactional
public class PasswordLinks {

  /** The maximum number of links for one person in an hour. */
  static final int MAX_PER_HOUR = 3;

  private static final int TOKEN_BYTES = 32;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcPasswordLinks links;
  private final Directory directory;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PasswordLinks(
      JdbcPasswordLinks links, Directory directory, ApplicationEventPublisher events, Clock clock) {
    this.links = links;
    this.directory = directory;
    this.events = events;
    this.clock = clock;
  }

  /** Published in the transaction in which a link was asked for; an e-mail is to be queued. */
  public record Requested(long id, Person person, PasswordLink.Purpose purpose) {}

  /**
   * A link and its token.
   *
   * @param token part of the URL; not stored
   */
  public record Issued(PasswordLink link, Person person, String token) {}

  /**
   * Invites a person to set a password.
   *
   * @throws ValidationError if the user does not manage the person, the person has no address, or
   *     three links were sent in the last hour
   */
  public void invite(PersonId id, Person by) {
    Person person =
        directory.lock(id).orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    PeopleRights.requireManager(by, person);
    if (person.address().isEmpty()) {
      throw ValidationError.conflict("people.noAddress", id);
    }
    if (!request(person, PasswordLink.Purpose.INVITATION, by.id())) {
      throw ValidationError.conflict("password.tooMany", id, MAX_PER_HOUR);
    }
  }

  /**
   * Sends a link for each account with the name or the address. Says nothing about whether there is
   * one.
   *
   * @param typed an account or an e-mail address, as typed by an unknown person
   * @return the accounts that a link was sent to, for the audit log only
   */
  public List<PersonId> forgotten(String typed) {
    return accounts(typed.strip()).stream()
        .map(Account::person)
        .filter(person -> person.address().isPresent())
        .filter(
            person ->
                directory
                    .lock(person.id())
                    .filter(locked -> request(locked, PasswordLink.Purpose.FORGOTTEN, null))
                    .isPresent())
        .map(Person::id)
        .toList();
  }

  private List<Account> accounts(String typed) {
    return typed.contains("@")
        ? EmailAddress.of(typed).map(directory::accounts).orElse(List.of())
        : PersonId.of(typed).flatMap(directory::account).stream().toList();
  }

  /** Adds a link, unless the person had too many of them lately. */
  private boolean request(Person person, PasswordLink.Purpose purpose, @Nullable PersonId by) {
    Instant now = clock.instant();
    if (links.countSince(person.id(), now.minus(HOUR)) >= MAX_PER_HOUR) {
      return false;
    }
    links.deleteBefore(person.id(), now.minus(RETENTION));
    long id = links.add(person.id(), purpose, now, by);
    events.publishEvent(new Requested(id, person, purpose));
    return true;
  }

  /** Returns the person's latest link, used or not. */
  @Transactional(readOnly = true)
  public Optional<PasswordLink> latest(PersonId person) {
    return links.latest(person);
  }

  /**
   * Makes the token of a link, valid for three days from now; a link that is sent again gets
   * another token, which replaces the earlier one.
   *
   * @return empty if the link is used or was asked for more than three days ago
   */
  public Optional<Issued> issue(long id) {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return preview(id, token)
        .filter(
            issued -> links.setToken(id, hash(token), clock.instant().plus(PasswordLink.VALIDITY)));
  }

  /** Returns a link that can still be sent, with a stand-in for the token. */
  @Transactional(readOnly = true)
  public Optional<Issued> preview(long id, String standIn) {
    return links
        .find(id)
        .filter(link -> link.isSendable(clock.instant()))
        .flatMap(
            link ->
                directory
                    .account(link.person())
                    .map(account -> new Issued(link, account.person(), standIn)));
  }

  /** Returns the person of a link; empty if it is unknown, used or expired. */
  @Transactional(readOnly = true)
  public Optional<Person> person(String token) {
    return valid(token).flatMap(link -> directory.account(link.person())).map(Account::person);
  }

  private Optional<PasswordLink> valid(String token) {
    return links.find(hash(token)).filter(link -> link.isValid(clock.instant()));
  }

  /**
   * Sets a password by a link, ends all sessions of the person, and makes all links of the person
   * invalid.
   *
   * @return the person
   * @throws ValidationError if the link is unknown, used or expired, or the password is rejected
   */
  public Person setPassword(String token, String password) {
    PasswordLink link =
        valid(token).orElseThrow(() -> ValidationError.conflict("password.linkInvalid"));
    directory.lock(link.person());
    Person person =
        directory
            .account(link.person())
            .orElseThrow(() -> ValidationError.conflict("password.linkInvalid"))
            .person();
    String checked = NewPassword.checked(password, person);
    if (!links.use(link.id(), clock.instant())) {
      throw ValidationError.conflict("password.linkInvalid");
    }
    links.useAll(person.id(), clock.instant());
    directory.setPassword(person.id(), checked);
    return person;
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
