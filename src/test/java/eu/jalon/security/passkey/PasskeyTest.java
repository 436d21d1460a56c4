package eu.jalon.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.people.PeopleActs;
import eu.jalon.operation.person.JdbcPersonRows;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys are added, sign in like a password, and end with the account. */
abstract class PasskeyTest {

  static final String ORIGIN = "https://jalon.example.org";

  private static final String FAILED = "/login?passkey";
  private static final String NAME = "Ordinateur <du> bureau";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;
  @Autowired private PeopleActs acts;
  @Autowired private JdbcPersonRows rows;
  @Autowired private AuditLog audit;
  @Autowired private Clock clock;

  @Test
  void aPasskeySignsInLikeAPasswordAndLeadsToThePageThatWasAskedFor() throws Exception {
    SoftAuthenticator key = added("be-ibz");
    SessionClient visitor = visitor();
    visitor.get("/my-work");

    HttpResponse<String> answer = signIn(visitor, key);

    assertThat(location(answer)).isEqualTo("/my-work");
    assertThat(visitor.get("/my-work").statusCode()).isEqualTo(200);
    assertThat(entries("be-ibz", AuditKind.SIGN_IN))
        .anySatisfy(entry -> assertThat(entry.what()).isEqualTo("passkey"));
    assertThat(visitor.get("/camunda/api/engine/engine/default/task/count").statusCode())
        .as("Tasklist knows the user")
        .isEqualTo(200);
    visitor.readToken("/access");
    assertThat(visitor.form("/language", Map.of("language", "nl", "back", "/")).statusCode())
        .as("the token of the session is accepted")
        .isEqualTo(303);
    directory.endSessions(new PersonId("be-ibz"));
    assertThat(visitor.get("/my-work").statusCode()).as("signed out everywhere").isEqualTo(302);
  }

  @Test
  void theSessionIsNotThatOfTheAttempt() throws Exception {
    SoftAuthenticator key = added("be-ibz-nl");
    SessionClient visitor = visitor();
    String answer = key.get(options(visitor));
    String before = visitor.cookie("JSESSIONID");

    visitor.form("/login/webauthn", Map.of("credential", answer));

    assertThat(before).isNotEmpty();
    assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void aChallengeIsUsedOnce() throws Exception {
    SoftAuthenticator key = added("be-jus");
    SessionClient visitor = visitor();
    Map<String, String> answer = Map.of("credential", key.get(options(visitor)));
    SessionClient other = visitor();
    options(other);

    assertThat(location(other.form("/login/webauthn", answer)))
        .as("another challenge is pending")
        .isEqualTo(FAILED);
    assertThat(location(visitor.form("/login/webauthn", Map.of("credential", "{}"))))
        .isEqualTo(FAILED);
    assertThat(location(visitor.form("/login/webauthn", answer)))
        .as("the challenge was for the attempt before")
        .isEqualTo(FAILED);
    assertThat(location(signIn(visitor, key))).isEqualTo("/");
  }

  /** What is wrong with an answer. */
  enum Wrong {
    ORIGIN,
    VERIFICATION,
    KEY,
    FORM
  }

  @ParameterizedTest
  @EnumSource
  void aWrongAnswerSignsNobodyIn(Wrong wrong) throws Exception {
    SoftAuthenticator key = added("be-mae");
    SessionClient visitor = visitor();
    String options = options(visitor);
    String answer =
        switch (wrong) {
          case ORIGIN -> key.movedTo("https://jalon.example.com").get(options);
          case VERIFICATION -> key.withoutVerification().get(options);
          case KEY -> {
            SoftAuthenticator unknown = new SoftAuthenticator(ORIGIN);
            yield unknown.get(options).replace(unknown.id(), key.id());
          }
          case FORM -> "{\"id\":\"" + key.id() + "\",\"rawId\":null,\"response\":{}}";
        };

    HttpResponse<String> refused = visitor.form("/login/webauthn", Map.of("credential", answer));

    assertThat(location(refused)).isEqualTo(FAILED);
    assertThat(visitor.get("/my-work").statusCode()).isEqualTo(302);
    assertThat(visitor.get(FAILED + "&lang=fr").body()).contains("clé d’accès n’a pas abouti");
    if (wrong == Wrong.ORIGIN) {
      assertThat(entries("be-mae", AuditKind.SIGN_IN_FAILED))
          .anySatisfy(entry -> assertThat(entry.what()).isEqualTo("passkey"));
    }
  }

  @Test
  void aPasskeyThatFailsAgainAndAgainMustWait() throws Exception {
    SoftAuthenticator key = added("be-def").movedTo("https://jalon.example.com");
    for (int i = 0; i < 5; i++) {
      assertThat(location(signIn(visitor(), key))).isEqualTo(FAILED);
    }

    assertThat(location(signIn(visitor(), key.movedTo(ORIGIN)))).isEqualTo("/login?throttled");

    assertThat(entries("be-def", AuditKind.SIGN_IN_THROTTLED)).hasSize(1);
    assertThat(SessionClient.signedIn(port, "be-def").get("/access").statusCode())
        .as("the password is not throttled")
        .isEqualTo(200);
  }

  @Test
  void afterAnAttemptThatWasBrokenOffThePasswordIsAcceptedOnTheSamePage() throws Exception {
    SessionClient visitor = visitor();
    options(visitor);

    HttpResponse<String> answer =
        visitor.form("/login", Map.of("username", "be-ami", "password", "jalon-demo"));

    assertThat(location(answer)).isEqualTo("/");
  }

  @Test
  void requestsOfOtherSitesAreRefused() throws Exception {
    SessionClient visitor = visitor();
    assertThat(
            visitor
                .send(
                    "POST",
                    "/webauthn/authenticate/options",
                    "",
                    "",
                    Map.of("X-CSRF-TOKEN", "foreign"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            visitor
                .send("POST", "/webauthn/register/options", "", "", Map.of("Accept", "text/json"))
                .statusCode())
        .as("no one is signed in")
        .isEqualTo(401);
  }

  @Test
  void aPasskeyIsListedAndRemovedByItsPersonOnly() throws Exception {
    SoftAuthenticator key = added("be-fin");
    SessionClient owner = SessionClient.signedIn(port, "be-fin");
    SessionClient other = SessionClient.signedIn(port, "fr-int");

    assertThat(owner.get("/access").body())
        .contains("Ordinateur &lt;du&gt; bureau", key.id())
        .doesNotContain("Ordinateur <du>");
    assertThat(other.get("/access").body()).doesNotContain(key.id());
    other.form("/access/passkeys/remove", Map.of("passkey", key.id()));
    assertThat(other.get("/access").body()).contains("Cette clé d’accès n’existe plus.");
    assertThat(location(signIn(visitor(), key))).isEqualTo("/");

    owner.form("/access/passkeys/remove", Map.of("passkey", key.id()));

    assertThat(owner.get("/access").body())
        .contains("La clé d’accès est retirée")
        .doesNotContain(key.id());
    assertThat(location(signIn(visitor(), key))).isEqualTo(FAILED);
    assertThat(entries("be-fin", AuditKind.DIRECTORY))
        .extracting(AuditEntry::outcome)
        .contains("passkey added", "passkey removed");
  }

  @Test
  void aWrongNameOrAnswerAddsNothing() throws Exception {
    SessionClient owner = SessionClient.signedIn(port, "fr-jus");
    SoftAuthenticator key = new SoftAuthenticator(ORIGIN);

    assertThat(add(owner, key, " ")).contains("La clé d’accès n’a pas de nom");
    assertThat(add(owner, key, "n".repeat(61))).contains("61", "60");
    assertThat(add(owner, key.movedTo("https://jalon.example.com"), NAME))
        .contains("n’a pas été ajoutée");
    assertThat(add(owner, new SoftAuthenticator(ORIGIN).withoutVerification(), NAME))
        .contains("n’a pas été ajoutée");
    owner.form("/access/passkeys", Map.of("name", NAME, "credential", "{"));
    assertThat(owner.get("/access").body()).contains("n’a pas été ajoutée");
    assertThat(count("fr-jus")).isZero();
  }

  @Test
  void anAccountHasTenPasskeysAtMost() throws Exception {
    SessionClient owner = SessionClient.signedIn(port, "fr-meae");
    for (int i = 0; i < Passkeys.MAX_PASSKEYS; i++) {
      add(owner, new SoftAuthenticator(ORIGIN), "Clé " + i);
    }

    assertThat(add(owner, new SoftAuthenticator(ORIGIN), "Clé 11"))
        .contains("Vous avez déjà 10 clés d’accès");
    assertThat(count("fr-meae")).isEqualTo(Passkeys.MAX_PASSKEYS);
  }

  @Test
  void anAccountWithoutAPasswordHasNoPasskey() throws Exception {
    SessionClient owner = SessionClient.signedIn(port, "fr-arm");
    jdbc.sql("update person set password_hash = null where id = 'fr-arm'").update();

    assertThat(add(owner, new SoftAuthenticator(ORIGIN), NAME))
        .contains("ne peut pas avoir de clé d’accès", "service d’identité")
        .doesNotContain("data-passkey=\"create\"");
    assertThat(count("fr-arm")).isZero();
  }

  @Test
  void passkeysEndWithTheAccountAndAreExportedWithoutTheKey() throws Exception {
    PersonId id = new PersonId("fr-eco");
    SoftAuthenticator key = added(id.value());
    assertThat(rows.rows(id.value()).get("passkey"))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("label", NAME).doesNotContainKey("public_key"));
    Person admin = directory.person(new PersonId("admin")).orElseThrow();

    acts.close(id, null, acts.account(id, admin).version(), admin);

    assertThat(rows.rows(id.value())).doesNotContainKey("passkey");
    assertThat(location(signIn(visitor(), key))).isEqualTo(FAILED);
    acts.reopen(id, acts.account(id, admin).version(), admin);
    assertThat(location(signIn(visitor(), key))).as("opened again").isEqualTo(FAILED);
    acts.close(id, null, acts.account(id, admin).version(), admin);
    assertThat(acts.erase(id, acts.account(id, admin).version(), admin).value())
        .startsWith("erased-");
  }

  /** A passkey that a restored copy still has belongs to a closed account. */
  @Test
  void aClosedAccountIsRefusedEvenIfItsPasskeyIsStillThere() throws Exception {
    SoftAuthenticator key = added("fr-tra");
    jdbc.sql("update person set closed_at = current_timestamp where id = 'fr-tra'").update();

    assertThat(location(signIn(visitor(), key))).isEqualTo(FAILED);
  }

  private SoftAuthenticator added(String person) throws Exception {
    SoftAuthenticator key = new SoftAuthenticator(ORIGIN);
    assertThat(add(SessionClient.signedIn(port, person), key, NAME))
        .contains("role=\"status\"", key.id());
    return key;
  }

  /** Returns the page that follows. */
  private static String add(SessionClient owner, SoftAuthenticator key, String name)
      throws Exception {
    owner.readToken("/access");
    String options = owner.send("POST", "/webauthn/register/options", "", "", Map.of()).body();
    owner.form("/access/passkeys", Map.of("name", name, "credential", key.create(options)));
    return owner.get("/access").body();
  }

  private SessionClient visitor() {
    SessionClient visitor = SessionClient.anonymous(port);
    visitor.readToken("/login?lang=fr");
    return visitor;
  }

  private static String options(SessionClient visitor) {
    return visitor.send("POST", "/webauthn/authenticate/options", "", "", Map.of()).body();
  }

  private static HttpResponse<String> signIn(SessionClient visitor, SoftAuthenticator key)
      throws Exception {
    return visitor.form("/login/webauthn", Map.of("credential", key.get(options(visitor))));
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElse("none: " + answer.statusCode())
        .replaceFirst("^http://[^/]+", "");
  }

  private int count(String person) {
    return rows.rows(person).getOrDefault("passkey", List.of()).size();
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
}
