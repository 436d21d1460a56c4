package eu.jalon.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import eu.jalon.directory.Directory;
import eu.jalon.operation.person.JdbcPersonRows;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** A person is added, moved, replaced, closed, opened again and erased. */
abstract class PersonLifeTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/task/";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;
  @Autowired private JdbcPersonRows rows;
  @Autowired private ObjectMapper json;

  private final List<String> added = new ArrayList<>();
  private SessionClient coordinator;
  private SessionClient administrator;

  @BeforeEach
  void signIn() {
    coordinator = SessionClient.signedIn(port, "coord-be");
    administrator = SessionClient.signedIn(port, "admin");
  }

  /** So that no other test writes to them. */
  @AfterEach
  void closeAll() {
    added.forEach(
        id ->
            jdbc.sql("update person set closed_at = current_timestamp where id = :id")
                .param("id", id)
                .update());
  }

  @Test
  void coordinators15_aPersonIsAddedByWhoManagesTheMinistry() throws IOException {
    String id = "be-life-" + NUMBER.incrementAndGet();
    String body = body(id, "FOCAL_POINT", "BE-IBZ");
    SessionClient other = SessionClient.signedIn(port, "coord-fr");

    assertThat(other.json("POST", "/api/people", body).statusCode()).isEqualTo(403);
    assertThat(
            coordinator.json("POST", "/api/people", body(id, "COORDINATOR", "BE-PM")).statusCode())
        .as("roles are given by administrators")
        .isEqualTo(403);
    assertThat(
            coordinator.json("POST", "/api/people", body(id, "FOCAL_POINT", "BE-X")).statusCode())
        .isEqualTo(400);
    added.add(id);
    HttpResponse<String> entered = coordinator.json("POST", "/api/people", body);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    assertThat(coordinator.json("POST", "/api/people", body).statusCode()).isEqualTo(409);
    assertThat(coordinator.get("/people/" + id).body()).contains("Point de contact", "BE-IBZ");
  }

  @Test
  void coordinators15_publicReports8_anAddressThatIsUsedTwiceIsSaid() throws IOException {
    String one = add("BE-IBZ");
    String two = "be-life-" + NUMBER.incrementAndGet();
    added.add(two);
    String twin =
        body(two, "FOCAL_POINT", "BE-IBZ").replace(two + "@", one.toUpperCase(Locale.ROOT) + "@");

    assertThat(coordinator.json("POST", "/api/people", twin).statusCode()).isEqualTo(201);

    assertThat(account(two).path("sameAddress").get(0).asText()).isEqualTo(one);
    assertThat(coordinator.get("/people/" + one).body()).contains(two);
    assertThat(coordinator.get("/people").body()).contains("Ces comptes ont la même adresse");
    assertThat(coordinator.get("/").body()).contains("une adresse de plusieurs comptes");
    assertThat(administrator.get("/actuator/health").body()).contains(one, two);
  }

  @Test
  void coordinators15_publicReports9_aSuccessorTakesOverAndTheAccountCloses() throws IOException {
    String leaving = add("BE-IBZ");
    String successor = add("BE-IBZ");
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    SessionClient session = SessionClient.signedIn(port, leaving);
    claim(session, item, leaving);
    hold(item, leaving, successor);
    JsonNode account = account(leaving);
    assertThat(account.path("held").toString())
        .isEqualTo("{\"drafts\":1,\"substitutions\":1,\"tasks\":1,\"views\":1}");
    assertThat(account.path("successors").toString()).contains(successor);

    HttpResponse<String> closed =
        coordinator.json(
            "POST",
            "/api/people/" + leaving + "/close",
            "{\"version\":%d,\"successor\":\"%s\"}"
                .formatted(account.path("version").asInt(), successor));

    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    assertThat(assignees(item)).isEqualTo(successor + " " + successor);
    assertThat(owners("form_autosave", item)).containsExactly(successor);
    assertThat(count("select count(*) from saved_view where person_id = :id", successor)).isOne();
    assertThat(count("select count(*) from commitment_follower where person_id = :id", successor))
        .as("a colleague chooses what to follow")
        .isZero();
    assertThat(
            count("select count(*) from notification_setting where substitute_id = :id", leaving))
        .isZero();
    assertThat(session.get(ENGINE + item.id()).statusCode()).as("engine").isIn(302, 401);
    assertThat(session.get("/").statusCode()).as("pages").isEqualTo(302);
    assertThat(signIn(leaving)).contains("/login?error");
    assertThat(count("select count(*) from ACT_ID_USER where ID_ = :id", leaving)).isZero();
    assertThat(directory.person(new PersonId(leaving))).isEmpty();
    assertThat(directory.everyone().toString()).contains(leaving);
    assertThat(coordinator.get("/people/closed").body()).contains(leaving);
  }

  @Test
  void coordinators15_withoutASuccessorTasksBecomeFreeAndTheAccountCanBeOpenedAgain()
      throws IOException {
    String leaving = add("BE-IBZ");
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    claim(SessionClient.signedIn(port, leaving), item, leaving);

    act(coordinator, leaving, "close", 200);
    assertThat(assignees(item)).isEqualTo("- -");
    act(coordinator, leaving, "close", 409);
    act(coordinator, leaving, "reopen", 200);

    assertThat(signIn(leaving)).as("without a password").contains("/login?error");
    directory.setPassword(new PersonId(leaving), "jalon-demo");
    SessionClient session = SessionClient.signedIn(port, leaving);
    claim(session, item, leaving);
    assertThat(assignees(item)).isEqualTo(leaving + " " + leaving);
  }

  @Test
  void coordinators15_focalPoints2_whoMovesLosesTheTasksAtOnceInTheEngineToo() throws IOException {
    String moving = add("BE-IBZ");
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    SessionClient session = SessionClient.signedIn(port, moving);
    claim(session, item, moving);

    HttpResponse<String> moved =
        coordinator.json(
            "PATCH",
            "/api/people/" + moving,
            "{\"version\":%d,\"ministry\":\"BE-FIN\"}".formatted(version(moving)));

    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(assignees(item)).isEqualTo("- -");
    SessionClient again = SessionClient.signedIn(port, moving);
    assertThat(again.get(ENGINE + item.id()).statusCode()).isIn(403, 404);
    assertThat(
            again
                .json("POST", ENGINE + item.id() + "/claim", "{\"userId\":\"" + moving + "\"}")
                .statusCode())
        .isIn(403, 404);
  }

  @Test
  void coordinators15_anErasedPersonIsNamedNowhereButInTheAuditLog() throws IOException {
    String leaving = add("BE-IBZ");
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    SessionClient session = SessionClient.signedIn(port, leaving);
    claim(session, item, leaving);
    HttpResponse<String> done =
        session.json(
            "POST",
            "/api/action-items/" + item.id() + "/complete",
            "{\"variables\":{\"takeChargeNote\":\"Pris en charge.\"}}");
    assertThat(done.statusCode()).as(done.body()).isLessThan(300);
    coordinator.json("POST", "/api/people/" + leaving + "/invite", "");
    HttpResponse<String> followed =
        session.json("PUT", "/api/commitments/" + item.ref() + "/follow", "");
    assertThat(followed.statusCode()).as(followed.body()).isEqualTo(204);
    assertThat(rows.rows(leaving)).as("export").containsKey("commitment_follower");
    act(administrator, leaving, "erase", 409);
    act(coordinator, leaving, "close", 200);
    act(coordinator, leaving, "erase", 403);
    assertThat(administrator.get("/people/" + leaving).body())
        .contains("name=\"sure\"", "Ancien point de contact");

    JsonNode erased = act(administrator, leaving, "erase", 200);

    String id = erased.path("person").path("id").asText();
    assertThat(rows.rows(leaving).keySet()).isSubsetOf("audit_entry");
    assertThat(rows.rows(id)).doesNotContainKey("commitment_follower");
    assertThat(rows.rows(id).toString())
        .contains("commitment_change", "email", "FOCAL_POINT", "BE-IBZ", "erased@jalon.invalid")
        .doesNotContain(leaving, "Point de contact d’essai");
    assertThat(count("select count(*) from person where id = :id", leaving)).isZero();
    assertThat(coordinator.get("/commitments/" + item.ref()).body())
        .contains("Ancien point de contact")
        .doesNotContain(leaving);
    String email =
        jdbc.sql("select cast(id as varchar) from email where person_id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(coordinator.get("/emails/" + email).statusCode()).isEqualTo(200);
    assertThat(coordinator.get("/emails/" + email).body()).doesNotContain(leaving);
    act(administrator, id, "reopen", 409);
  }

  @Test
  void coordinators7_twoTabsActOnce() throws IOException {
    String leaving = add("BE-IBZ");
    String version = String.valueOf(version(leaving));

    for (int i = 0; i < 2; i++) {
      coordinator.form("/people/" + leaving + "/close", Map.of("version", version));
      assertThat(coordinator.get("/people/" + leaving).body())
          .contains(i == 0 ? "role=\"status\"" : "role=\"alert\"");
    }
    act(coordinator, leaving, "reopen", 200);
    coordinator.form("/people/" + leaving + "/close", Map.of("version", version));
    assertThat(account(leaving).path("closed").asBoolean()).as("an old tab").isFalse();
  }

  @Test
  void b11_closingAgainstClaimingAndHandingOverStaysConsistent() throws Exception {
    String leaving = add("BE-IBZ");
    String successor = add("BE-IBZ");
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    SessionClient session = SessionClient.signedIn(port, leaving);
    int version = version(leaving);
    List<java.util.concurrent.Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(
          () ->
              session.json(
                  "POST", ENGINE + item.id() + "/claim", "{\"userId\":\"" + leaving + "\"}"));
      calls.add(
          () ->
              coordinator.json(
                  "POST",
                  "/api/people/" + leaving + "/hand-over",
                  "{\"version\":%d,\"to\":\"%s\"}".formatted(version, successor)));
      calls.add(
          () ->
              coordinator.json(
                  "POST",
                  "/api/people/" + leaving + "/close",
                  "{\"version\":%d}".formatted(version)));
    }
    CyclicBarrier barrier = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<HttpResponse<String>>> answers =
          calls.stream()
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            barrier.await();
                            return call.call();
                          }))
              .toList();
      int acted = 0;
      for (int i = 0; i < answers.size(); i++) {
        HttpResponse<String> answer = answers.get(i).get();
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204, 302, 401, 403, 404, 409);
        acted += i % 3 > 0 && answer.statusCode() == 200 ? 1 : 0;
      }
      assertThat(acted).as("one of the acts on the version").isOne();
    } finally {
      threads.shutdownNow();
    }
    String[] both = assignees(item).split(" ", -1);
    assertThat(both[0]).isEqualTo(both[1]);
    if (account(leaving).path("closed").asBoolean()) {
      assertThat(both[0]).isNotEqualTo(leaving);
    }
  }

  private String add(String ministry) {
    String id = "be-life-" + NUMBER.incrementAndGet();
    added.add(id);
    HttpResponse<String> entered =
        coordinator.json("POST", "/api/people", body(id, "FOCAL_POINT", ministry));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    directory.setPassword(new PersonId(id), "jalon-demo");
    return id;
  }

  private static String body(String id, String role, String ministry) {
    return """
    {"id": "%s", "names": {"fr": "Point de contact d’essai"}, "email": "%s@example.org",
     "language": "fr", "role": "%s", "ministry": "%s"}
    """
        .formatted(id, id, role, ministry);
  }

  /** A draft of the form, a saved view, and a colleague for whom the person is the substitute. */
  private void hold(EnteredItem item, String person, String colleague) {
    for (String sql :
        List.of(
            """
            insert into form_autosave (action_item_id, person_id, field, content, kept_at)
            values (:item, :person, 'takeChargeNote', 'Note', current_timestamp)
            """,
            """
            insert into saved_view (person_id, name, query, opening, saved_at)
            values (:person, 'Les miennes', 'overdue=true', true, current_timestamp)
            """,
            """
            insert into notification_setting (person_id, at_hour, weekdays, substitute_id)
            values (:colleague, 8, 'MONDAY', :person)
            """,
            """
            insert into commitment_follower (ref, person_id, followed_at)
            select ref, :person, current_timestamp from action_item where id = :item
            """)) {
      jdbc.sql(sql)
          .param("item", item.id())
          .param("person", person)
          .param("colleague", colleague)
          .update();
    }
  }

  private static void claim(SessionClient session, EnteredItem item, String person) {
    HttpResponse<String> claimed =
        session.json("POST", ENGINE + item.id() + "/claim", "{\"userId\":\"" + person + "\"}");
    assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
  }

  private JsonNode act(SessionClient by, String person, String act, int status) throws IOException {
    HttpResponse<String> answer =
        by.json(
            "POST", "/api/people/" + person + "/" + act, "{\"version\":" + version(person) + "}");
    assertThat(answer.statusCode()).as(act + " " + answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private JsonNode account(String person) throws IOException {
    return json.readTree(coordinator.get("/api/people/" + person).body());
  }

  private int version(String person) throws IOException {
    return account(person).path("version").asInt();
  }

  private String signIn(String who) {
    SessionClient visitor = SessionClient.anonymous(port);
    visitor.readToken("/login");
    return visitor
        .form("/login", Map.of("username", who, "password", "jalon-demo"))
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  /** The assignee in the register and in the engine. */
  private String assignees(EnteredItem item) {
    return jdbc.sql(
            """
            select coalesce(i.assignee, '-') || ' ' || coalesce(t.ASSIGNEE_, '-')
            from action_item i
            join ACT_RU_TASK t on t.ID_ = i.id
            where i.id = :id
            """)
        .param("id", item.id())
        .query(String.class)
        .single();
  }

  private List<String> owners(String table, EnteredItem item) {
    return jdbc.sql("select person_id from " + table + " where action_item_id = :id")
        .param("id", item.id())
        .query(String.class)
        .list();
  }

  private long count(String sql, String id) {
    return jdbc.sql(sql).param("id", id).query(Long.class).single();
  }
}
