package eu.jalon.security;

import static eu.jalon.security.OidcFixture.ADDRESS;
import static eu.jalon.security.OidcFixture.BE;
import static eu.jalon.security.OidcFixture.CLOSED;
import static eu.jalon.security.OidcFixture.FR;
import static eu.jalon.security.OidcFixture.PORT;
import static eu.jalon.security.OidcFixture.answerOf;
import static eu.jalon.security.OidcFixture.bearer;
import static eu.jalon.security.OidcFixture.configure;
import static eu.jalon.security.OidcFixture.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Page;
import eu.jalon.shared.PersonId;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import oidc.server.IssuerServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in at real issuers, one for each country, and what they cannot say. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T06:59"
    })
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class OidcTest {

  private static final String API = "jalon-api";

  @Autowired private Directory directory;
  @Autowired private AuditLog audit;
  @Autowired private Clock clock;

  @DynamicPropertySource
  static void issuers(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> PORT);
    properties.add("jalon.base-url", () -> ADDRESS);
    configure(properties, "be", BE.address(), "Identité belge", "BE");
    configure(properties, "fr", FR.address(), "Identité française", "FR");
    configure(properties, "down", "http://127.0.0.1:" + CLOSED, "En panne", "FR");
    properties.add("jalon.oidc.be.audience", () -> API);
  }

  @AfterAll
  static void stop() {
    OidcFixture.stop();
  }

  @Test
  void aKnownAddressSignsInWithTheRoleOfTheDirectory() {
    BE.person(
        "ibz",
        Map.of(
            "email",
            "BE-IBZ@Example.ORG",
            "email_verified",
            true,
            "groups",
            List.of("admin", "camunda-admin"),
            "role",
            "ADMINISTRATOR"));
    Visitor visitor = new Visitor(ADDRESS);
    String before = visitor.session();

    HttpResponse<String> arrived = signIn(visitor, BE, "be", "ibz");

    assertThat(arrived.uri().toString()).startsWith(ADDRESS).doesNotContain("login");
    assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(visitor.get("/letters/settings").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/actuator").statusCode()).isEqualTo(403);
    HttpResponse<String> tasks =
        visitor.get("/camunda/api/engine/engine/default/task?maxResults=200");
    assertThat(tasks.statusCode()).isEqualTo(200);
    assertThat(visitor.get("/camunda/api/admin/auth/user/default").body())
        .contains("\"userId\":\"be-ibz\"");
    assertThat(log()).contains("SIGN_IN be-ibz oidc be done");
  }

  @Test
  void signingOutEverywhereEndsASessionFromAnIssuerToo() {
    BE.person("def", Map.of("email", "be-def@example.org", "email_verified", true));
    Visitor visitor = new Visitor(ADDRESS);
    signIn(visitor, BE, "be", "def");
    assertThat(visitor.get("/access").statusCode()).isEqualTo(200);

    directory.endSessions(new PersonId("be-def"));

    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @CsvSource({
    "stranger@example.org, true, unknown, Aucun compte de Jalon",
    "be-jus@example.org.example.net, true, unknown, Aucun compte de Jalon",
    "not an address, true, unknown, Aucun compte de Jalon",
    "be-jus@example.org, false, unverified, ne confirme pas",
    "be-jus@example.org, , unverified, ne confirme pas",
    "fr-int@example.org, true, country, ne relève pas du pays",
    "admin@example.org, true, country, ne relève pas du pays",
    "shared@example.org, true, unknown, ou plus d’un"
  })
  void whoMayNotComeInIsToldWhyAndHasNoSession(
      String email, Boolean verified, String reason, String sentence) {
    share("shared@example.org", "be-fin", "be-mob");
    BE.person(
        "somebody",
        verified == null
            ? Map.of("email", email)
            : Map.of("email", email, "email_verified", verified));
    Visitor visitor = new Visitor(ADDRESS);

    HttpResponse<String> refused = signIn(visitor, BE, "be", "somebody");

    assertThat(refused.uri().toString()).isEqualTo(ADDRESS + "/login?oidc=" + reason);
    assertThat(refused.body()).contains("role=\"alert\"", sentence);
    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/api/commitments").statusCode()).isEqualTo(401);
    assertThat(log()).anyMatch(line -> line.endsWith("oidc be " + reason));
  }

  @Test
  void eachCountrysIssuerOpensItsOwnPeoplesAccountsOnly() {
    for (IssuerServer issuer : List.of(BE, FR)) {
      issuer.person("jus", Map.of("email", "fr-jus@example.org", "email_verified", true));
    }
    Visitor french = new Visitor(ADDRESS);
    Visitor belgian = new Visitor(ADDRESS);

    signIn(french, FR, "fr", "jus");
    HttpResponse<String> refused = signIn(belgian, BE, "be", "jus");

    assertThat(french.get("/access").statusCode()).isEqualTo(200);
    assertThat(refused.uri().toString()).endsWith("/login?oidc=country");
    assertThat(belgian.get("/access").statusCode()).isEqualTo(302);
  }

  @Test
  void anotherNonceIsRefused() {
    BE.person(
        "replayed",
        Map.of("email", "be-ibz@example.org", "email_verified", true, "nonce", "of another day"));
    Visitor visitor = new Visitor(ADDRESS);

    HttpResponse<String> refused = signIn(visitor, BE, "be", "replayed");

    assertThat(refused.uri().toString()).endsWith("/login?oidc=failed");
    assertThat(refused.body()).contains("role=\"alert\"", "n’a pas abouti");
    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
  }

  @Test
  void anAnswerThatNobodyAskedForIsRefused() {
    BE.person("mae", Map.of("email", "be-mae@example.org", "email_verified", true));
    Visitor thief = new Visitor(ADDRESS);
    Visitor victim = new Visitor(ADDRESS);
    String answer = answerOf(thief, BE, "be", "mae");

    for (String path : List.of(answer, answer.replaceFirst("state=[^&]+", "state=guessed"))) {
      victim.get("/oauth2/authorization/be");
      HttpResponse<String> refused = victim.follow(victim.get(path));
      assertThat(refused.uri().toString()).endsWith("/login?oidc=failed");
      assertThat(victim.get("/access").statusCode()).isEqualTo(302);
    }
    thief.get(answer);
    assertThat(thief.get("/access").statusCode()).as("whose it was").isEqualTo(200);
    assertThat(new Visitor(ADDRESS).follow(thief.get(answer)).body()).isNotEmpty();
  }

  @Test
  void thePageOffersEachIssuerAndOneThatIsDownStopsNobody() {
    Visitor visitor = new Visitor(ADDRESS);

    String page = visitor.get("/login").body();

    assertThat(page)
        .contains("href=\"/oauth2/authorization/be\"", "Se connecter avec Identité belge")
        .contains("href=\"/oauth2/authorization/fr\"", "Se connecter avec Identité française");
    assertThat(visitor.get("/login?lang=nl").body()).contains("Aanmelden met Identité belge");
    assertThat(visitor.get("/login?lang=en&oidc=country").body()).contains("identity service");
    assertThat(visitor.get("/login?oidc=%3Cscript%3E").body()).doesNotContain("??", "<script>");
    HttpResponse<String> down = visitor.follow(visitor.get("/oauth2/authorization/down"));
    assertThat(down.uri().toString()).endsWith("/login?oidc=unavailable");
    assertThat(down.body()).contains("ne répond pas");
    assertThat(visitor.get("/oauth2/authorization/nobody").statusCode()).isEqualTo(302);
  }

  @Test
  void theIssuerIsToldTheConfiguredAddressWhateverTheRequestSays() {
    Visitor visitor = new Visitor("http://localhost:" + PORT);

    assertThat(visitor.location(visitor.get("/oauth2/authorization/be")))
        .startsWith(BE.address())
        .contains("redirect_uri=" + ADDRESS + "/login/oauth2/code/be", "code_challenge=", "nonce=");
  }

  @Test
  void theApiTakesATokenMadeOutToIt() {
    Map<String, Object> said = Map.of("email", "be-ami@example.org", "email_verified", true);

    HttpResponse<String> answer = bearer(BE.accessToken(API, soon(), said), "/api/action-items");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("BE-AMI").doesNotContain("BE-IBZ");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("JSESSIONID"));
    assertThat(bearer(BE.accessToken(API, soon(), said), "/access").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other audience",
        "expired",
        "unknown",
        "unverified",
        "other country",
        "issuer without audience",
        "nonsense"
      })
  void theApiTakesNoOtherToken(String what) {
    Map<String, Object> said = Map.of("email", "be-ami@example.org", "email_verified", true);
    String token =
        switch (what) {
          case "other audience" -> BE.accessToken(IssuerServer.CLIENT, soon(), said);
          case "expired" -> BE.accessToken(API, Instant.now().minusSeconds(3600), said);
          case "unknown" ->
              BE.accessToken(API, soon(), Map.of("email", "x@example.org", "email_verified", true));
          case "unverified" -> BE.accessToken(API, soon(), Map.of("email", "be-ami@example.org"));
          case "other country" ->
              BE.accessToken(
                  API, soon(), Map.of("email", "fr-int@example.org", "email_verified", true));
          case "issuer without audience" ->
              FR.accessToken(
                  API, soon(), Map.of("email", "fr-int@example.org", "email_verified", true));
          default -> "bm9uc2Vuc2U.e30.";
        };

    assertThat(bearer(token, "/api/action-items").statusCode()).isEqualTo(401);
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(300);
  }

  private void share(String address, String... people) {
    for (String id : people) {
      Person person = directory.person(new PersonId(id)).orElseThrow();
      directory.enter(
          List.of(),
          List.of(
              new Person(
                  person.id(),
                  person.name(),
                  new EmailAddress(address),
                  person.language(),
                  person.role(),
                  person.ministry())));
    }
  }

  private List<String> log() {
    LocalDate today = BrusselsTime.today(clock);
    return audit
        .page(new AuditLog.Period(today, today), null, new Page.Request(0, 200))
        .items()
        .stream()
        .map((AuditEntry e) -> e.kind() + " " + e.person() + " " + e.what() + " " + e.outcome())
        .toList();
  }
}
