package eu.jalon.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Checks when sessions are created and what ends them; in an application of its own, since tests of
 * pages replace parts of the security filters of theirs.
 */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T06:59"
    })
@ActiveProfiles("demo")
class SessionsTest {

  private static final String PASSWORD = "jalon-demo";
  private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

  @Autowired private ServletWebServerApplicationContext application;
  @Autowired private Directory directory;
  @Autowired private AuditLog audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void onlySigningInCreatesASession() {
    Visitor visitor = visitor();
    String token = Visitor.token(visitor.get("/login").body());
    String before = visitor.session();

    visitor.post("/login", Map.of("username", "be-ibz", "password", PASSWORD), token);

    assertThat(before).isEmpty();
    assertThat(visitor.session()).isNotEmpty();
    assertThat(isIn(visitor)).isTrue();
  }

  @Test
  void signingInAgainChangesTheSessionId() {
    Visitor visitor = signedIn("be-ibz");
    String before = visitor.session();

    visitor.post("/access", "/login", Map.of("username", "be-ibz", "password", PASSWORD));

    assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(isIn(visitor().withSession(before))).isFalse();
  }

  @Test
  void aSessionIdSetByAnAttackerIsNotAdopted() {
    Visitor visitor = visitor().withSession("0123456789ABCDEF0123456789ABCDEF");

    visitor.signIn("be-ibz", PASSWORD);

    assertThat(visitor.session()).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    assertThat(isIn(visitor().withSession("0123456789ABCDEF0123456789ABCDEF"))).isFalse();
  }

  @Test
  void aSessionExpiresAfter30MinutesWithoutARequest() {
    Visitor visitor = signedIn("be-ibz");

    moveLastAccessBack(visitor, Duration.ofMinutes(29));
    assertThat(isIn(visitor)).isTrue();

    moveLastAccessBack(visitor, Duration.ofMinutes(31));
    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void aSessionCookieIsInvalidAfterSigningOut() {
    Visitor visitor = signedIn("be-jus");
    String old = visitor.session();

    HttpResponse<String> out = visitor.post("/access", "/logout", Map.of());

    assertThat(visitor.location(out)).endsWith("/login?logout");
    assertThat(isIn(visitor().withSession(old))).isFalse();
    assertThat(visitor().withSession(old).get(TASKS).statusCode()).isEqualTo(401);
    assertThat(entries("be-jus", AuditKind.SIGN_OUT)).hasSize(1);
  }

  @Test
  void signingOutEverywhereEndsAllSessionsOfTheUserAndNoOthers() {
    Visitor office = signedIn("be-mae");
    Visitor first = signedIn("be-mae");
    Visitor colleague = signedIn("be-def");
    assertThat(first.get(TASKS).statusCode()).isEqualTo(200);

    HttpResponse<String> out = office.post("/access", "/access/sign-out-everywhere", Map.of());

    assertThat(office.follow(out).body()).contains("role=\"status\"", "déconnecté partout");
    assertThat(first.get(TASKS).statusCode()).as("Tasklist's API").isEqualTo(401);
    assertThat(first.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    assertThat(isIn(first)).isFalse();
    assertThat(isIn(office)).isFalse();
    assertThat(isIn(colleague)).isTrue();
    assertThat(isIn(signedIn("be-mae"))).isTrue();
    assertThat(entries("be-mae", AuditKind.SIGN_OUT_EVERYWHERE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/commitments", "/api/commitments", TASKS, "/camunda/app/tasklist/default/"})
  void aSessionEndedOnAnotherNodeIsRejectedAtItsNextRequest(String path) {
    Visitor visitor = signedIn("be-fin");
    assertThat(visitor.get(path).statusCode()).isEqualTo(200);

    jdbc.sql("update person set session_epoch = session_epoch + 1 where id = 'be-fin'").update();

    assertThat(visitor.get(path).statusCode()).isIn(302, 401);
  }

  @Test
  void operator3_aNewPasswordEndsExistingSessions() {
    Visitor visitor = signedIn("be-mob");

    String password = directory.issuePassword(new PersonId("be-mob"));

    assertThat(isIn(visitor)).isFalse();
    assertThat(visitor().signIn("be-mob", PASSWORD).headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
    Visitor again = visitor();
    again.signIn("be-mob", password);
    assertThat(isIn(again)).isTrue();
  }

  @Test
  void aRoleChangeEndsExistingSessions() {
    Visitor visitor = signedIn("fr-tra");
    Person person = directory.person(new PersonId("fr-tra")).orElseThrow();

    directory.enter(List.of(), List.of(person));
    assertThat(isIn(visitor)).as("nothing changed").isTrue();

    directory.enter(
        List.of(),
        List.of(
            new Person(
                person.id(),
                person.name(),
                person.email(),
                person.language(),
                Role.COORDINATOR,
                person.ministry())));
    assertThat(isIn(visitor)).isFalse();
  }

  @Test
  void signingOutRequiresACsrfToken() {
    Visitor visitor = signedIn("fr-arm");

    assertThat(visitor.post("/access/sign-out-everywhere", Map.of(), "").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/logout", Map.of(), "").statusCode()).isEqualTo(403);

    assertThat(isIn(visitor)).isTrue();
  }

  @Test
  void everyRoleHasTheSessionPageInTheirLanguage() {
    assertThat(signedIn("admin").get("/access").body()).contains("Me déconnecter partout");
    assertThat(signedIn("be-ami").get("/access").body()).contains("Mij overal afmelden");
    assertThat(visitor().get("/access").statusCode()).isEqualTo(302);
  }

  private List<AuditEntry> entries(String person, AuditKind kind) {
    LocalDate today = BrusselsTime.today(clock);
    return audit
        .page(new AuditLog.Period(today, today), kind, new Page.Request(0, 200))
        .items()
        .stream()
        .filter(entry -> person.equals(entry.person()))
        .toList();
  }

  private boolean isIn(Visitor visitor) {
    return visitor.get("/access").statusCode() == 200;
  }

  private Visitor signedIn(String name) {
    Visitor visitor = visitor();
    visitor.signIn(name, PASSWORD);
    assertThat(isIn(visitor)).as(name).isTrue();
    return visitor;
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + application.getWebServer().getPort());
  }

  /** Moves the last access time of the session back, instead of waiting. */
  private void moveLastAccessBack(Visitor visitor, Duration time) {
    String id =
        new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.US_ASCII);
    long then = System.currentTimeMillis() - time.toMillis();
    int moved =
        jdbc.sql(
                """
                update spring_session
                set last_access_time = :then, expiry_time = :expiry
                where session_id = :id and max_inactive_interval = 1800
                """)
            .param("then", then)
            .param("expiry", then + Duration.ofMinutes(30).toMillis())
            .param("id", id)
            .update();
    assertThat(moved).isOne();
  }
}
