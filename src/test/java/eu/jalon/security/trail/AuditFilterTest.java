package eu.jalon.security.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.jalon.DemoOnH2;
import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.security.Visitor;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.paging.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks that actions and rejections are logged, and that reading, typing and contents are not. */
@DemoOnH2
class AuditFilterTest {

  private static final String PASSWORD = "jalon-demo";
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  @LocalServerPort private int port;
  @Autowired private AuditLog audit;
  @Autowired private Clock clock;
  private long before;

  @BeforeEach
  void count() {
    before = entries().size();
  }

  @Test
  void signInIsLoggedWithItsMethod() {
    Visitor visitor = visitor();
    visitor.signIn("be-jus", PASSWORD);
    visitor.signIn("be-jus", "not-the-password");

    assertThat(added())
        .extracting(AuditEntry::kind, AuditEntry::person, AuditEntry::what, AuditEntry::address)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                AuditKind.SIGN_IN, "be-jus", "password", "127.0.0.1"));
    assertThat(added().toString()).doesNotContain("not-the-password");
  }

  @Test
  void anActionIsLoggedWithItsSubjectAndWithoutItsText() {
    Visitor visitor = signedIn("be-jus");
    visitor.post("/emails/settings", "/emails/settings?hour=9", Map.of("weekdays", "MONDAY"));
    visitor.post("/access", "/emails/absences/4711/remove", Map.of("note", "typed-secretly"));

    assertThat(lines())
        .contains(
            "ACT be-jus POST /emails/settings null 302",
            "ACT be-jus POST /emails/absences/{id}/remove id=4711 302");
    assertThat(added().toString()).doesNotContain("typed-secretly", "hour=", "_csrf");
  }

  @Test
  void readingIsNotLogged() {
    Visitor visitor = signedIn("be-jus");
    visitor.get("/commitments");
    visitor.get("/api/commitments");
    visitor.get("/camunda/app/tasklist/default/");
    assertThat(visitor.sendJson(ENGINE + "/task/count", "{}").statusCode()).isEqualTo(200);

    assertThat(lines()).containsExactly("SIGN_IN be-jus password null done");
  }

  @Test
  void aRejectedReadIsLogged() {
    Visitor visitor = signedIn("be-jus");
    visitor.get("/forecast?until=2027-05-01");
    visitor.get(ENGINE + "/process-instance/" + UUID.randomUUID() + "/variables");
    visitor.post("/emails/settings", Map.of(), "no-token");
    visitor.get("/api/audit");

    assertThat(lines())
        .contains(
            "REFUSAL be-jus GET /forecast null 403",
            "REFUSAL be-jus POST /emails/settings null 403",
            "REFUSAL be-jus GET /api/audit null 403");
    assertThat(added())
        .anySatisfy(
            entry -> {
              assertThat(entry.what())
                  .isEqualTo("GET " + ENGINE + "/process-instance/{id}/variables");
              assertThat(entry.about()).startsWith("id=");
            });
  }

  @Test
  void aRejectedExpressionIsLoggedWithoutItsText() {
    visitor().call("be-jus", PASSWORD, ENGINE + "/task", "{\"assigneeExpression\":\"${evil}\"}");

    assertThat(lines())
        .containsExactly("REFUSAL be-jus POST " + ENGINE + "/task null 400 expression");
  }

  @Test
  void actionsInTasklistAndTheApiAreLogged() {
    Visitor tasklist = signedIn("be-jus");
    tasklist.get("/camunda/app/tasklist/default/");
    tasklist.sendJson(ENGINE + "/task/" + new UUID(1, 2) + "/claim", "{\"userId\":\"be-jus\"}");
    visitor().call("be-jus", PASSWORD, "/api/people/be-ibz/password", "");
    HttpResponse<String> issued =
        visitor().call("admin", PASSWORD, "/api/people/be-mob/password", "");

    assertThat(issued.statusCode()).isEqualTo(200);
    String password = issued.body().replaceAll(".*:\\s*\"([^\"]+)\".*", "$1");
    assertThat(password).hasSize(24);
    // The response arrives shortly before the entry is written.
    await().until(() -> lines().stream().anyMatch(line -> line.startsWith("ACT admin POST")));
    assertThat(lines())
        .contains(
            "REFUSAL be-jus POST /api/people/be-ibz/password null 403",
            "ACT admin POST /api/people/{id}/password id=be-mob 200")
        .anyMatch(
            line ->
                line.startsWith(
                    "ACT be-jus POST " + ENGINE + "/task/{id}/claim id=" + new UUID(1, 2)));
    assertThat(added().toString()).doesNotContain(password);
  }

  @Test
  void anonymousRequestsAreNotLogged() {
    Visitor visitor = visitor();
    visitor.get("/forecast");
    visitor.get("/api/commitments");
    visitor.post("/emails/settings", Map.of(), "no-token");

    assertThat(added()).isEmpty();
  }

  @Test
  void publicReports6_theCsvExportContainsNoFormulas() throws IOException {
    for (String start : List.of("=", "+", "-", "@")) {
      audit.record(AuditKind.ACT, start + "HYPERLINK(1)", "", "a \"b\", c", null, start + "1");
    }
    Visitor admin = signedIn("admin");

    HttpResponse<String> csv = admin.get("/api/audit?from=2027-03-01&until=2027-03-02");

    assertThat(csv.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv").contains("UTF-8"));
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"jalon-audit-2027-03-01-2027-03-02.csv\"");
    assertThat(csv.body())
        .contains("\r\n")
        .startsWith("\uFEFFat;zone;person;")
        .doesNotContainPattern("(^|;|\n)\"?[=+@-]");
    List<CSVRecord> rows =
        CSVParser.parse(
                csv.body().substring(1),
                CSVFormat.RFC4180.builder().setDelimiter(';').setHeader().get())
            .getRecords();
    assertThat(rows).hasSameSizeAs(entries());
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.get("person")).isEqualTo("'=HYPERLINK(1)");
              assertThat(row.get("what")).isEqualTo("a \"b\", c");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "coord-be, /api/audit, 403",
    "be-jus, /api/audit, 403",
    "admin, /api/audit, 200",
    "admin, /api/audit?from=2027-03-02&until=2027-03-01, 400",
    "admin, /api/audit?from=2027-02-29, 400",
    "coord-be, /audit, 403",
    "be-jus, /audit, 403",
    "admin, /audit?from=2027-03-02&until=2027-03-01, 400",
    "admin, /audit?kind=SOMETHING, 400",
    "admin, /audit?page=-1, 400",
    "admin, /audit?kind=REFUSAL&page=3, 200"
  })
  void onlyAdministratorsCanReadTheLog(String who, String path, int status) {
    assertThat(signedIn(who).get(path).statusCode()).isEqualTo(status);
    assertThat(visitor().get(path).statusCode()).isIn(401, 302);
  }

  @Test
  void thePageShowsEntriesAsText() {
    audit.record(AuditKind.REFUSAL, null, "192.0.2.7", "GET /<script>alert(1)</script>", "403");
    Visitor admin = signedIn("admin");

    String page = admin.get("/audit?from=2027-03-01&until=2027-03-01&kind=REFUSAL").body();

    assertThat(page)
        .contains("Journal d’audit", "&lt;script&gt;", "192.0.2.7", "compte inconnu")
        .contains("/audit.csv?from=2027-03-01&amp;kind=REFUSAL&amp;until=2027-03-01")
        .doesNotContain("<script>alert", "??");
    assertThat(admin.get("/audit?from=2027-01-01&until=2027-01-02").body())
        .contains("Rien n’a été noté");
  }

  @Test
  void coordinators20_thePageSaysInTheReadersLanguageHowPeopleSignedIn() {
    signedIn("be-jus");
    String page = signedIn("admin").get("/audit?kind=SIGN_IN").body();

    assertThat(page).contains(">mot de passe<", ">terminé<").doesNotContain(">password<", ">done<");
  }

  private List<AuditEntry> entries() {
    LocalDate today = BrusselsTime.today(clock);
    return audit.page(new AuditLog.Period(today, today), null, new Page.Request(0, 200)).items();
  }

  private List<AuditEntry> added() {
    List<AuditEntry> all = entries();
    return all.subList(0, all.size() - (int) before);
  }

  private List<String> lines() {
    return added().stream()
        .map(
            e -> e.kind() + " " + e.person() + " " + e.what() + " " + e.about() + " " + e.outcome())
        .toList();
  }

  private Visitor signedIn(String name) {
    Visitor visitor = visitor();
    visitor.signIn(name, PASSWORD);
    return visitor;
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port);
  }
}
