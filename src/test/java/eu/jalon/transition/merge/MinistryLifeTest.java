package eu.jalon.transition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.SessionClient;
import eu.jalon.Withdrawal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ministry is added, renamed from a day on, and merged into another one. */
abstract class MinistryLifeTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/task/";
  private static final String INTO = "BE-FIN";
  private static final String REASON = "Le nouveau gouvernement réunit les deux.";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;
  @Autowired private ObjectMapper json;

  private SessionClient coordinator;
  private String ministry;
  private String person;

  @BeforeEach
  void add() {
    coordinator = SessionClient.signedIn(port, "coord-be");
    int number = NUMBER.incrementAndGet();
    ministry = "BE-NEW" + (char) ('A' + number);
    person = "be-new-" + number;
    HttpResponse<String> added =
        coordinator.json(
            "POST",
            "/api/ministries",
            "{\"code\":\"%s\",\"names\":{\"fr\":\"Ancien nom\"}}".formatted(ministry));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    HttpResponse<String> entered =
        coordinator.json(
            "POST",
            "/api/people",
            """
            {"id": "%s", "names": {"fr": "Point de contact"}, "email": "%s@example.org",
             "language": "fr", "role": "FOCAL_POINT", "ministry": "%s"}
            """
                .formatted(person, person, ministry));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    directory.setPassword(new PersonId(person), "jalon-demo");
  }

  /** So that no other test finds an open ministry or an account more. */
  @AfterEach
  void end() {
    jdbc.sql("update person set closed_at = current_timestamp where id = :id")
        .param("id", person)
        .update();
    jdbc.sql("update ministry set merged_into = :into where code = :code")
        .param("into", INTO)
        .param("code", ministry)
        .update();
  }

  @Test
  void coordinators15_aMergerMovesWhatIsOpenAndTheHistoryKeepsTheFormerMinistry()
      throws IOException {
    String led = enter(ministry, "");
    String associated = enter("BE-JUS", ministry);
    String closed = enter(ministry, "");
    Withdrawal.agreed(port, closed);
    String item = item(led, ministry);
    SessionClient session = SessionClient.signedIn(port, person);
    assertThat(claim(session, item)).isEqualTo(204);

    JsonNode preview = json.readTree(coordinator.get(path() + "/merge?into=" + INTO).body());
    assertThat(preview.path("leads").asInt()).isEqualTo(1);
    assertThat(preview.path("associated").asInt()).isEqualTo(1);
    assertThat(preview.path("actionItems").asInt()).isEqualTo(1);
    assertThat(preview.path("people").asInt()).isEqualTo(1);
    HttpResponse<String> merged = merge();

    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
    assertThat(json.readTree(merged.body())).as("as previewed").isEqualTo(preview);
    assertThat(item(led, INTO)).isEqualTo(item);
    assertThat(
            texts(
                "select GROUP_ID_ from ACT_RU_IDENTITYLINK where TASK_ID_ = :id and"
                    + " TYPE_ = 'candidate'",
                item))
        .containsExactly(INTO);
    assertThat(texts("select ministry from commitment_associate where ref = :id", associated))
        .containsExactly(INTO);
    assertThat(
            texts("select ministry from commitment_lead where ref = :id and party = 'BE'", closed))
        .as("closed before")
        .containsExactly(ministry);
    String page = coordinator.get("/commitments/" + led).body();
    assertThat(page).contains("Ancien nom", REASON);
    SessionClient moved = SessionClient.signedIn(port, person);
    assertThat(session.get(ENGINE + item).statusCode()).as("the open session").isIn(302, 401);
    assertThat(claim(moved, item)).as("the person is of the other ministry now").isEqualTo(204);
    assertThat(coordinator.get("/api/ministries").body()).doesNotContain(ministry);
    assertThat(merge().statusCode()).as("again").isEqualTo(409);
    assertThat(tryToEnter(ministry, "").statusCode()).as("a new commitment").isEqualTo(400);
  }

  @Test
  void coordinators15_aMinistryIsRenamedFromADayOn() throws IOException {
    assertThat(rename("Nom de demain", "2027-04-01", 0).statusCode()).isEqualTo(200);
    assertThat(details().path("names").path("fr").asText()).isEqualTo("Ancien nom");
    assertThat(details().path("upcomingFrom").asText()).isEqualTo("2027-04-01");
    assertThat(rename("Nom", "2027-04-01", 0).statusCode()).as("an old tab").isEqualTo(409);
    assertThat(rename("Nom", "2027-02-01", 1).statusCode()).as("a past day").isEqualTo(400);

    assertThat(rename("Nouveau nom", "2027-03-01", 1).statusCode()).isEqualTo(200);

    assertThat(details().path("names").path("fr").asText()).isEqualTo("Nouveau nom");
    assertThat(texts("select NAME_ from ACT_ID_GROUP where ID_ = :id", ministry))
        .as("in the engine")
        .containsExactly("Nouveau nom");
    directory.enter(
        List.of(new Ministry(new MinistryCode(ministry), false, LocalText.same("Nom du fichier"))),
        List.of());
    assertThat(details().path("names").path("fr").asText())
        .as("after the directory file was read again")
        .isEqualTo("Nouveau nom");
    assertThat(coordinator.get("/people/ministries/" + ministry).body()).contains("Nouveau nom");
  }

  @Test
  void coordinators15_aMinistryLeftWithoutPeopleIsSaidBeforeAndAfter() throws IOException {
    SessionClient administrator = SessionClient.signedIn(port, "admin");
    JsonNode account = json.readTree(coordinator.get("/api/people/" + person).body());
    assertThat(account.path("lastReader").asBoolean()).as("in the preview").isTrue();
    assertThat(coordinator.get("/people/" + person).body())
        .contains("Sans cette personne, " + ministry);
    assertThat(administrator.get("/actuator/health").body()).doesNotContain(ministry);

    HttpResponse<String> closed =
        coordinator.json(
            "POST",
            "/api/people/" + person + "/close",
            "{\"version\":" + account.path("version").asInt() + "}");

    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    assertThat(administrator.get("/actuator/health").body()).contains(ministry);
    assertThat(administrator.get("/people").body()).contains("Sans destinataire", ministry);
    assertThat(coordinator.get("/").body()).contains("un ministère sans destinataire");
  }

  @Test
  void coordinators7_aDoubleClickMergesOnce() throws IOException {
    String led = enter(ministry, "");
    Map<String, String> form = Map.of("into", INTO, "reason", REASON, "_once", "the-same-form");
    for (int i = 0; i < 2; i++) {
      coordinator.form("/people/ministries/" + ministry + "/merge", form);
    }

    assertThat(coordinator.get("/people/ministries/" + ministry).body())
        .contains("role=\"status\"");
    assertThat(
            texts(
                "select new_value from commitment_change where ref = :id and what = 'REASSIGNED'",
                led))
        .containsExactly(INTO);
  }

  @Test
  void onlyWhoManagesBothMinistriesMerges() {
    SessionClient other = SessionClient.signedIn(port, "coord-fr");
    String body = "{\"into\":\"%s\",\"reason\":\"%s\"}";

    assertThat(other.json("POST", path() + "/merge", body.formatted(INTO, REASON)).statusCode())
        .isEqualTo(403);
    assertThat(
            coordinator
                .json("POST", path() + "/merge", body.formatted("FR-INT", REASON))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            coordinator
                .json("POST", path() + "/merge", body.formatted("BE-PM", REASON))
                .statusCode())
        .as("the coordination")
        .isEqualTo(400);
    assertThat(
            coordinator.json("POST", path() + "/merge", body.formatted(INTO, "Court")).statusCode())
        .as("a reason of five letters")
        .isEqualTo(400);
  }

  @Test
  void b11_mergingAgainstClaimingAndCompletingStaysConsistent() throws Exception {
    String led = enter(ministry, "");
    String item = item(led, ministry);
    SessionClient session = SessionClient.signedIn(port, person);
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(this::merge);
      calls.add(
          () -> session.json("POST", ENGINE + item + "/claim", "{\"userId\":\"" + person + "\"}"));
      calls.add(
          () ->
              session.json(
                  "POST",
                  "/api/action-items/" + item + "/complete",
                  "{\"variables\":{\"takeChargeNote\":\"Pris en charge.\"}}"));
    }
    List<HttpResponse<String>> answers = together(calls);

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.statusCode())
                    .as(answer.body())
                    .isIn(200, 204, 302, 401, 403, 404, 409));
    long merged = 0;
    for (int i = 0; i < answers.size(); i += 3) {
      merged += answers.get(i).statusCode() == 200 ? 1 : 0;
    }
    assertThat(merged).isLessThanOrEqualTo(1);
    if (merged == 0) {
      assertThat(merge().statusCode()).isEqualTo(200);
    }
    assertThat(
            texts("select id from action_item where ministry = :id and status = 'OPEN'", ministry))
        .isEmpty();
    assertThat(
            texts(
                """
                select i.id from action_item i
                join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = i.id and l.TYPE_ = 'candidate'
                where i.ref = :id and i.status = 'OPEN' and l.GROUP_ID_ <> i.ministry
                """,
                led))
        .isEmpty();
    assertThat(
            texts(
                """
                select i.id from action_item i
                join ACT_RU_TASK t on t.ID_ = i.id
                where i.ref = :id and coalesce(t.ASSIGNEE_, '-') <> coalesce(i.assignee, '-')
                """,
                led))
        .isEmpty();
  }

  private static List<HttpResponse<String>> together(List<Callable<HttpResponse<String>>> calls)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<HttpResponse<String>>> futures = new ArrayList<>();
      for (Callable<HttpResponse<String>> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return call.call();
                }));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private String path() {
    return "/api/ministries/" + ministry;
  }

  private HttpResponse<String> merge() {
    return coordinator.json(
        "POST", path() + "/merge", "{\"into\":\"%s\",\"reason\":\"%s\"}".formatted(INTO, REASON));
  }

  private HttpResponse<String> rename(String name, String from, int version) {
    return coordinator.json(
        "PATCH",
        path(),
        "{\"version\":%d,\"names\":{\"fr\":\"%s\"},\"from\":\"%s\"}"
            .formatted(version, name, from));
  }

  private JsonNode details() throws IOException {
    return json.readTree(coordinator.get(path()).body());
  }

  private int claim(SessionClient session, String item) {
    return session
        .json("POST", ENGINE + item + "/claim", "{\"userId\":\"" + person + "\"}")
        .statusCode();
  }

  private String enter(String lead, String associated) {
    HttpResponse<String> entered = tryToEnter(lead, associated);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    String location = entered.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private HttpResponse<String> tryToEnter(String lead, String associated) {
    return coordinator.json(
        "POST",
        "/api/commitments",
        """
        {"summit": "DEF2018", "theme": 0, "titles": {"fr": "Étape %s", "nl": "Stap"},
         "track": "OPERATIONAL_CAPABILITY", "leads": {"BE": "%s", "FR": "FR-INT"},
         "accountable": "BE", "associated": [%s], "deadlineRule": "S-30wd"}
        """
            .formatted(
                UUID.randomUUID().toString().substring(0, 8),
                lead,
                associated.isEmpty() ? "" : "\"" + associated + "\""));
  }

  private String item(String ref, String of) {
    return jdbc.sql(
            "select id from action_item where ref = :ref and ministry = :of and status = 'OPEN'")
        .param("ref", ref)
        .param("of", of)
        .query(String.class)
        .single();
  }

  private List<String> texts(String sql, String id) {
    return jdbc.sql(sql).param("id", id).query(String.class).list();
  }
}
