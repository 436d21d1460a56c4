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

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oidc.server.IssuerServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Checks sign-in and bearer tokens with two issuers, one for each party. */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1",
      "jalon.schedule.enabled=false",
      "jalon.clock.start=2027-03-01T06:59"
    })
@ActiveProfiles("demo")
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
    properties.add("jalon.oidc.fr.addresses-verified", () -> "true");
  }

  @AfterAll
  static void stop() {
    OidcFixture.stop();
  }

  @Test
  void aUserWithAKnownAddressSignsInWithTheRoleOfTheDirectory() {
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
    assertThat(visitor.get("/emails/settings").statusCode()).isEqualTo(200);
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
  void signingOutEverywhereEndsASessionStartedByAnIssuer() {
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
    "fr-int@example.org, true, country, ne relève pas de la partie",
    "admin@example.org, true, country, ne relève pas de la partie",
    "shared@example.org, true, unknown, ou plus d’un"
  })
  void publicReports1_publicReports8_aRejectedSignInShowsItsReasonAndCreatesNoSession(
      String email, Boolean verified, String reason, String sentence) {
    share("shared@example.org", "be-fin", "be-mob");
    BE.person(
        "stranger",
        verified == null
            ? Map.of("email", email)
            : Map.of("email", email, "email_verified", verified));
    Visitor visitor = new Visitor(ADDRESS);

    HttpResponse<String> refused = signIn(visitor, BE, "be", "stranger");

    assertThat(refused.uri().toString()).isEqualTo(ADDRESS + "/login?oidc=" + reason);
    assertThat(refused.body()).contains("role=\"alert\"", sentence);
    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/api/commitments").statusCode()).isEqualTo(401);
    assertThat(log()).anyMatch(line -> line.endsWith("oidc be " + reason));
  }

  @Test
  void anIssuerSignsInOnlyUsersOfItsOwnCountry() {
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
  void anIdTokenWithAnotherNonceIsRejected() {
    BE.person(
        "replayed",
        Map.of("email", "be-ibz@example.org", "email_verified", true, "nonce", "of another day"));
    Visitor visitor = new Visitor(ADDRESS);

    HttpResponse<String> refused = signIn(visitor, BE, "be", "replayed");

    assertThat(refused.uri().toString()).endsWith("/login?oidc=failed");
    assertThat(refused.body()).contains("role=\"alert\"", "n’a pas abouti");
    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
    assertThat(log()).contains("SIGN_IN_FAILED null oidc be failed invalid_nonce");
  }

  @Test
  void operator9_publicReports1_anIssuerWithVerifiedAddressesNeedNotSendTheClaim() {
    FR.person("int", Map.of("email", "fr-int@example.org"));
    Visitor visitor = new Visitor(ADDRESS);

    signIn(visitor, FR, "fr", "int");

    assertThat(visitor.get("/access").statusCode()).isEqualTo(200);
    FR.person("mob", Map.of("email", "fr-mob@example.org", "email_verified", false));
    assertThat(signIn(new Visitor(ADDRESS), FR, "fr", "mob").uri().toString())
        .as("denied by the issuer")
        .endsWith("/login?oidc=unverified");
  }

  @Test
  void operator9_publicReports1_theAddressMayComeFromAPlainOrSignedUserInfoResponse() {
    Map<String, Object> address = Map.of("email", "be-jus@example.org", "email_verified", true);
    BE.person("plain", Map.of(), address);
    BE.person("signed", Map.of(), signed(address, BE.address(), IssuerServer.CLIENT));
    BE.person("other client", Map.of(), signed(address, BE.address(), "another-client"));
    BE.person("other issuer", Map.of(), signed(address, FR.address(), IssuerServer.CLIENT));

    for (String name : List.of("plain", "signed")) {
      Visitor visitor = new Visitor(ADDRESS);
      signIn(visitor, BE, "be", name);
      assertThat(visitor.get("/access").statusCode()).as(name).isEqualTo(200);
    }
    for (String name : List.of("other client", "other issuer")) {
      assertThat(signIn(new Visitor(ADDRESS), BE, "be", name).uri().toString())
          .as(name)
          .endsWith("/login?oidc=failed");
    }
    assertThat(log()).contains("SIGN_IN_FAILED null oidc be failed invalid_user_info_response");
  }

  private static Map<String, Object> signed(
      Map<String, Object> claims, String issuer, String client) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("iss", issuer);
    all.put("aud", List.of(client));
    return all;
  }

  @Test
  void b9_theAddressAndItsVerificationMustComeFromOneSource() {
    BE.person(
        "two-addresses",
        Map.of("email", "coord-be@example.org"),
        Map.of("email", "be-ibz@example.org", "email_verified", true));
    BE.person("half-each", Map.of("email", "coord-be@example.org"), Map.of("email_verified", true));

    HttpResponse<String> mismatch = signIn(new Visitor(ADDRESS), BE, "be", "two-addresses");
    HttpResponse<String> half = signIn(new Visitor(ADDRESS), BE, "be", "half-each");

    assertThat(mismatch.uri().toString()).endsWith("/login?oidc=mismatch");
    assertThat(mismatch.body()).contains("deux adresses");
    assertThat(half.uri().toString()).endsWith("/login?oidc=unverified");
    assertThat(log()).contains("SIGN_IN_FAILED null oidc be mismatch");
  }

  @Test
  void operator9_publicReports2_signingOutEndsTheSessionAtTheIssuer() {
    BE.person("leaving", Map.of("email", "be-def@example.org", "email_verified", true));
    Visitor visitor = new Visitor(ADDRESS);
    signIn(visitor, BE, "be", "leaving");
    String token = Visitor.token(visitor.get("/access").body());

    HttpResponse<String> signedOut = visitor.post(ADDRESS + "/logout", Map.of(), token);

    String refresh = signedOut.headers().firstValue("Refresh").orElseThrow();
    assertThat(refresh).startsWith("0; url=" + BE.address() + "/connect/logout?id_token_hint=");
    HttpResponse<String> there = visitor.get(refresh.substring("0; url=".length()));
    assertThat(visitor.location(there)).isEqualTo(ADDRESS + "/login?logout");
    assertThat(visitor.get("/access").statusCode()).isEqualTo(302);
    assertThat(visitor.follow(visitor.get("/oauth2/authorization/be")).uri().toString())
        .as("the issuer asks for the password again")
        .isEqualTo(BE.address() + "/login");
  }

  @Test
  void b10_tokensWithUnknownKeyIdsCauseFewKeyRequests() throws Exception {
    Map<String, Object> said = Map.of("email", "be-ami@example.org", "email_verified", true);
    assertThat(bearer(BE.accessToken(API, soon(), said), "/api/action-items").statusCode())
        .isEqualTo(200);
    int before = BE.keyRequests();
    RSAKey key = new RSAKeyGenerator(2048).generate();

    for (int i = 0; i < 20; i++) {
      SignedJWT junk =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown-" + i).build(),
              new JWTClaimsSet.Builder().issuer(BE.address()).audience(API).build());
      junk.sign(new RSASSASigner(key));
      assertThat(bearer(junk.serialize(), "/api/action-items").statusCode()).isEqualTo(401);
    }

    assertThat(BE.keyRequests() - before).isLessThanOrEqualTo(2);
    assertThat(bearer(BE.accessToken(API, soon(), said), "/api/action-items").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCallbackWithoutAnAuthorizationRequestIsRejected() {
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
  void b3_startingASignInKeepsNothingOnTheServer() {
    HttpResponse<String> started = new Visitor(ADDRESS).get("/oauth2/authorization/be");

    assertThat(started.statusCode()).isEqualTo(302);
    assertThat(started.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.contains("JSESSIONID"))
        .anyMatch(
            cookie ->
                cookie.startsWith("JALON-OIDC=")
                    && cookie.contains("Path=/login/oauth2/code;")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", "...", "*.*.*.*", "bm93aGVyZQ.c3RhdGU.bm9uY2U.dmVyaWZpZXI"})
  void aChangedCookieOnlyMakesASignInFail(String value) {
    HttpResponse<String> refused =
        new Visitor(ADDRESS)
            .withCookie("JALON-OIDC", value)
            .get("/login/oauth2/code/be?code=x&state=state");

    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(refused.headers().firstValue("Location"))
        .hasValueSatisfying(next -> assertThat(next).endsWith("/login?oidc=failed"));
  }

  @Test
  void theLoginPageOffersAllIssuersEvenIfOneIsUnavailable() {
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
    assertThat(log()).contains("SIGN_IN_FAILED null oidc down unavailable");
    assertThat(visitor.get("/oauth2/authorization/unknown").statusCode()).isEqualTo(302);
  }

  @Test
  void theRedirectUriIsTheConfiguredOneWhateverTheHostHeader() {
    Visitor visitor = new Visitor("http://localhost:" + PORT);

    assertThat(visitor.location(visitor.get("/oauth2/authorization/be")))
        .startsWith(BE.address())
        .contains("redirect_uri=" + ADDRESS + "/login/oauth2/code/be", "code_challenge=", "nonce=");
  }

  @Test
  void theApiAcceptsATokenForItsAudience() {
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
        "without expiry",
        "unknown",
        "unverified",
        "other country",
        "issuer without audience",
        "nonsense"
      })
  void b10_theApiRejectsOtherTokens(String what) {
    Map<String, Object> said = Map.of("email", "be-ami@example.org", "email_verified", true);
    String token =
        switch (what) {
          case "other audience" -> BE.accessToken(IssuerServer.CLIENT, soon(), said);
          case "expired" -> BE.accessToken(API, Instant.now().minusSeconds(3600), said);
          case "without expiry" -> BE.accessToken(API, null, said);
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
