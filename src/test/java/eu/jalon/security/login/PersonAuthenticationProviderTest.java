package eu.jalon.security.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks the cost of an authentication attempt and what is logged of it. */
class PersonAuthenticationProviderTest {

  /** Records the hashes compared, and accepts one fixed password. */
  private static final class CountingPasswords implements PasswordEncoder {

    final List<String> compared = new ArrayList<>();

    @Override
    public String encode(CharSequence password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      compared.add(hash);
      return hash.equals("hash of " + password);
    }
  }

  private final TestClock clock = TestClock.at("2027-03-01T09:00");
  private final CountingPasswords passwords = new CountingPasswords();
  private TestDatabase.Opened database;
  private TestRooms rooms;
  private PersonAuthenticationProvider people;

  @BeforeEach
  void open() {
    database = TestDatabase.H2.open();
    rooms = new TestRooms(database, clock).open("directory", "audit");
    Directory directory = rooms.get(Directory.class);
    directory.enter(List.of(), List.of(administrator("admin"), administrator("without-password")));
    directory.setHash(new PersonId("admin"), "hash of right");
    people =
        new PersonAuthenticationProvider(
            directory,
            passwords,
            new LoginThrottle(new JdbcSignInCounters(database.jdbc()), clock),
            rooms.get(AuditLog.class));
  }

  @AfterEach
  void close() {
    rooms.close();
    database.close();
  }

  @Test
  void operator4_everyFailedAttemptTakesOneComparison() {
    for (String name :
        List.of("admin", "without-password", "unknown-name", "Not A Name!", "x".repeat(200))) {
      passwords.compared.clear();

      assertThatExceptionOfType(BadCredentialsException.class)
          .isThrownBy(() -> signIn(name, "wrong", "192.0.2.1"));

      assertThat(passwords.compared).as(name).hasSize(1);
    }
  }

  @Test
  void thePasswordOfTheDummyHashIsRejected() {
    for (String name : List.of("without-password", "unknown-name", "no-account", "?")) {
      assertThatExceptionOfType(BadCredentialsException.class)
          .isThrownBy(() -> signIn(name, "unknown", "192.0.2.1"));
    }
  }

  @Test
  void knownAndUnknownNamesAreThrottledAlike() {
    for (String name : List.of("admin", "unknown-name")) {
      int compared = passwords.compared.size();
      for (int i = 0; i < 50; i++) {
        String address = "198.51.100." + i;
        assertThatExceptionOfType(AuthenticationException.class)
            .isThrownBy(() -> signIn(name, "wrong", address));
      }
      assertThat(passwords.compared).hasSize(compared + LoginThrottle.FREE_FAILURES);
      assertThatExceptionOfType(ThrottledException.class)
          .isThrownBy(() -> signIn(name, "right", "192.0.2.1"));
    }
    clock.moveTo("2027-03-01T09:15");

    assertThat(signIn("admin", "right", "192.0.2.1").getName()).isEqualTo("admin");
  }

  @Test
  void theAuditLogContainsNoUnknownNamesAndNoPasswords() {
    for (int i = 0; i < 8; i++) {
      for (String name : List.of("admin", "secret-typed-into-the-wrong-field")) {
        assertThatExceptionOfType(AuthenticationException.class)
            .isThrownBy(() -> signIn(name, "wrong-password", "192.0.2.1"));
      }
    }

    List<AuditEntry> kept = kept();
    assertThat(kept.toString()).doesNotContain("secret", "wrong-password");
    assertThat(kept).extracting(AuditEntry::person).containsOnly("admin", null);
    assertThat(kept)
        .filteredOn(entry -> "admin".equals(entry.person()))
        .extracting(AuditEntry::kind)
        .as("five failures, and one entry for all throttled attempts")
        .containsOnly(AuditKind.SIGN_IN_FAILED, AuditKind.SIGN_IN_THROTTLED)
        .hasSize(LoginThrottle.FREE_FAILURES + 1);
  }

  private List<AuditEntry> kept() {
    LocalDate day = LocalDate.of(2027, 3, 1);
    return rooms
        .get(AuditLog.class)
        .page(new AuditLog.Period(day, day), null, new Page.Request(0, 200))
        .items();
  }

  private Authentication signIn(String name, String password, String address) {
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    attempt.setDetails(new WebAuthenticationDetails(address, null));
    return people.authenticate(attempt);
  }

  private static Person administrator(String id) {
    return new Person(
        new PersonId(id),
        Texts.text("Administration", null, null),
        null,
        Texts.FR,
        Role.ADMINISTRATOR,
        null);
  }
}
