package eu.jalon.security.rights;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import eu.jalon.Withdrawal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After each change that takes a task from a ministry or a person, no address of the engine's API
 * gives it back: not to the session that was open, and not to one that is opened afterwards.
 */
abstract class FormerRightsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String REASON = "\"reason\":\"Une autre administration en est chargée.\"";

  /** What takes a task away. */
  enum LosingChange {
    REASSIGNED,
    REASSIGNED_ON_REQUEST,
    WITHDRAWN,
    MOVED_TO_ANOTHER_MINISTRY,
    MADE_COORDINATOR
  }

  /** What the engine itself would answer; users get a sentence in their language. */
  private static final Pattern ENGINE_WORDS =
      Pattern.compile("ENGINE-|No matching task|does not have one of|Cannot find task|is null");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;

  private final List<Person> before = new ArrayList<>();

  @AfterEach
  void putPeopleBack() {
    directory.enter(List.of(), before);
    before.clear();
  }

  static Stream<Arguments> changes() {
    return Stream.of(LosingChange.values())
        .flatMap(change -> Stream.of(Arguments.of(change, true), Arguments.of(change, false)));
  }

  @ParameterizedTest(name = "{0}, claimed before: {1}")
  @MethodSource("changes")
  void b1_b2_focalPoints2_noRouteOfTheEngineGivesALostTaskBack(
      LosingChange change, boolean claimed) {
    Item item = item();
    SessionClient former = SessionClient.signedIn(port, item.person());
    SessionClient colleague = SessionClient.signedIn(port, "be-ibz-nl");
    assertThat(former.get(ENGINE + "/task/" + item.id()).statusCode()).isEqualTo(200);
    if (claimed) {
      assertThat(act(former, item, "claim", "{\"userId\":\"be-ibz\"}").statusCode()).isEqualTo(204);
    }

    apply(change, item);

    SessionClient again = SessionClient.signedIn(port, item.person());
    assertThat(
            again.json("POST", "/api/action-items/" + item.id() + "/complete", "{}").statusCode())
        .as("the register says")
        .isIn(403, 404, 409);
    refused(former, item, change);
    refused(again, item, change);
    if (change != LosingChange.MOVED_TO_ANOTHER_MINISTRY
        && change != LosingChange.MADE_COORDINATOR) {
      refused(colleague, item, change);
    }
    assertThat(taken(item)).as("taken in charge").isZero();
    assertThat(status(item)).isEqualTo(change == LosingChange.WITHDRAWN ? "DROPPED" : "OPEN");
    assertThat(assignee(item)).isEqualTo("-");
    belongsToTheNewMinistry(change, item);
  }

  @ParameterizedTest
  @CsvSource({"REASSIGNED, 404, Mobilité", "WITHDRAWN, 200, Retirée"})
  void focalPoints13_anOldLinkSaysWhatHappenedAndWhoDidIt(
      LosingChange change, int status, String said) {
    Item item = item();
    SessionClient former = SessionClient.signedIn(port, item.person());
    assertThat(former.get("/tasks/" + item.id()).statusCode()).isEqualTo(302);

    apply(change, item);

    HttpResponse<String> page = former.get("/tasks/" + item.id());
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains(said, "Coordination Belgique", "/my-work");
    assertThat(SessionClient.signedIn(port, "fr-arm").get("/tasks/" + item.id()).body())
        .doesNotContain(item.ref());
  }

  /** A coordinator who became a focal point decides nothing any more. */
  @Test
  void b2_aFormerCoordinatorDecidesNoRequest() {
    Item item = item();
    assertThat(extend(SessionClient.signedIn(port, item.person()), item).statusCode())
        .isEqualTo(204);
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    Item decision = decision(item, "decideExtension");
    assertThat(act(coordinator, decision, "claim", "{\"userId\":\"coord-be\"}").statusCode())
        .isEqualTo(204);

    become("coord-be", Role.FOCAL_POINT, "BE-MOB");

    SessionClient again = SessionClient.signedIn(port, "coord-be");
    refused(coordinator, decision, LosingChange.MOVED_TO_ANOTHER_MINISTRY);
    refused(again, decision, LosingChange.MOVED_TO_ANOTHER_MINISTRY);
    assertThat(
            act(
                    again,
                    decision,
                    "submit-form",
                    "{\"variables\":{\"requestDecision\":{\"value\":\"GRANT\"},"
                        + "\"decisionReason\":{\"value\":\"Le délai est accordé.\"}}}")
                .statusCode())
        .isEqualTo(403);
    assertThat(status(decision)).isEqualTo("OPEN");
    assertThat(assignee(decision)).isEqualTo("-");
  }

  /** The engine's own memory of rights cannot matter: the register is asked. */
  @Test
  void b1_aRightThatTheEngineStillRemembersCompletesNothing() {
    Item item = item();
    jdbc.sql(
            """
            insert into ACT_RU_AUTHORIZATION
              (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)
            values ('stale', 1, 1, 'fr-arm', 7, :task, 2147483647)
            """)
        .param("task", item.id())
        .update();
    SessionClient stranger = SessionClient.signedIn(port, "fr-arm");

    HttpResponse<String> claim = act(stranger, item, "claim", "{\"userId\":\"fr-arm\"}");
    HttpResponse<String> report = act(stranger, item, "submit-form", report());

    jdbc.sql("delete from ACT_RU_AUTHORIZATION where ID_ = 'stale'").update();
    assertThat(claim.statusCode()).as(claim.body()).isEqualTo(403);
    assertThat(report.statusCode()).as(report.body()).isEqualTo(403);
    assertThat(report.body()).contains("Refused");
    assertThat(status(item)).isEqualTo("OPEN");
  }

  /** What a person has to do for a commitment. */
  private record Item(String id, String ref, String person) {}

  private Item item() {
    EnteredItem entered = EnteredItem.enter(SessionClient.signedIn(port, "coord-be"), jdbc);
    return new Item(entered.id(), entered.ref(), "be-ibz");
  }

  private Item decision(Item item, String step) {
    return jdbc.sql(
            "select id from action_item where ref = :ref and step = :step and status = 'OPEN'")
        .param("ref", item.ref())
        .param("step", step)
        .query((row, n) -> new Item(row.getString("id"), item.ref(), "coord-be"))
        .single();
  }

  private void apply(LosingChange change, Item item) {
    switch (change) {
      case REASSIGNED -> reassign(SessionClient.signedIn(port, "coord-be"), item);
      case REASSIGNED_ON_REQUEST -> {
        reassign(SessionClient.signedIn(port, item.person()), item);
        Item decision = decision(item, "decideReassignment");
        assertThat(
                act(
                        SessionClient.signedIn(port, "coord-be"),
                        decision,
                        "submit-form",
                        "{\"variables\":{\"requestDecision\":{\"value\":\"GRANT\"},"
                            + "\"decisionReason\":{\"value\":\"Le ministère est d’accord.\"}}}")
                    .statusCode())
            .isEqualTo(204);
      }
      case WITHDRAWN -> Withdrawal.agreed(port, item.ref());
      case MOVED_TO_ANOTHER_MINISTRY -> become(item.person(), Role.FOCAL_POINT, "BE-JUS");
      case MADE_COORDINATOR ->
          become(
              item.person(),
              Role.COORDINATOR,
              directory
                  .person(new PersonId("coord-be"))
                  .flatMap(Person::workplace)
                  .orElseThrow()
                  .value());
    }
  }

  private static void reassign(SessionClient by, Item item) {
    HttpResponse<String> answer =
        by.json(
            "POST",
            "/api/commitments/" + item.ref() + "/reassign",
            "{\"ministry\":\"BE-MOB\"," + REASON + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static HttpResponse<String> extend(SessionClient by, Item item) {
    return by.json(
        "POST",
        "/api/commitments/" + item.ref() + "/extend",
        "{\"deadlineRule\":\"2027-11-15\"," + REASON + "}");
  }

  private void become(String id, Role role, String ministry) {
    Person person = directory.person(new PersonId(id)).orElseThrow();
    before.add(person);
    directory.enter(
        List.of(),
        List.of(
            new Person(
                person.id(),
                person.name(),
                person.email(),
                person.language(),
                role,
                new MinistryCode(ministry))));
  }

  private static HttpResponse<String> act(SessionClient by, Item item, String act, String body) {
    return by.json("POST", ENGINE + "/task/" + item.id() + "/" + act, body);
  }

  private static String report() {
    return "{\"variables\":{\"takeChargeNote\":{\"value\":\"Pris en charge.\"}}}";
  }

  /** A coordinator may look at every task and release it; all else that acts on it is refused. */
  private void refused(SessionClient visitor, Item item, LosingChange change) {
    List<String> open = new ArrayList<>();
    for (Route route : taskRoutes()) {
      boolean looks =
          change == LosingChange.MADE_COORDINATOR
              && (route.method().equals("GET") || route.path().matches(".*/(unclaim|assignee)"));
      HttpResponse<String> answer = call(visitor, route, item);
      if (answer.statusCode() >= 500
          || (answer.statusCode() < 400 && route.path().contains("/{id}") && !looks)
          || (!looks && answer.body().contains(item.id()) && answer.statusCode() < 400)
          || ENGINE_WORDS.matcher(answer.body()).find()) {
        open.add(route + ": " + answer.statusCode() + " " + answer.body());
      }
    }
    if (change != LosingChange.MADE_COORDINATOR) {
      for (String query :
          List.of(
              "/task?maxResults=2000", "/task/count?processInstanceBusinessKey=" + item.ref())) {
        String body = visitor.get(ENGINE + query).body();
        if (body.contains(item.id()) || body.matches("\\{\"count\":[1-9].*")) {
          open.add(query + ": " + body.length());
        }
      }
      for (String filter : filters()) {
        if (visitor
            .get(ENGINE + "/filter/" + filter + "/list?maxResults=2000")
            .body()
            .contains(item.id())) {
          open.add("filter " + filter);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private List<String> filters() {
    return jdbc.sql("select ID_ from ACT_RU_FILTER order by ID_").query(String.class).list();
  }

  /** All that the engine's API has about one task. */
  private static Set<Route> taskRoutes() {
    Set<Route> routes = new TreeSet<>();
    EngineRoutes.all().stream()
        .filter(route -> route.path().matches("/camunda/api/engine/engine/\\{name}/task/\\{id}.*"))
        .forEach(routes::add);
    assertThat(routes).hasSizeGreaterThan(30);
    return routes;
  }

  private static HttpResponse<String> call(SessionClient visitor, Route route, Item item) {
    String path =
        route
            .path()
            .replace("{name}", "default")
            .replace("{id}", item.id())
            .replaceAll("\\{[^}]+}", "takeChargeNote");
    String body =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "claim" -> "{\"userId\":\"" + item.person() + "\"}";
          case "submit-form", "complete" -> report();
          default -> "{}";
        };
    boolean reads = route.method().equals("GET") || route.method().equals("DELETE");
    return visitor.send(
        route.method(), path, "application/json", reads ? "" : body, Map.of("Accept", "*/*"));
  }

  private void belongsToTheNewMinistry(LosingChange change, Item item) {
    if (change != LosingChange.REASSIGNED && change != LosingChange.REASSIGNED_ON_REQUEST) {
      return;
    }
    SessionClient owner = SessionClient.signedIn(port, "be-mob");
    assertThat(owner.get(ENGINE + "/task/" + item.id()).statusCode()).isEqualTo(200);
    assertThat(owner.get(ENGINE + "/task/" + item.id() + "/form-variables").statusCode())
        .isEqualTo(200);
    assertThat(owner.get(ENGINE + "/task?maxResults=2000").body()).contains(item.id());
    for (String act : List.of("claim", "submit-form")) {
      String body = act.equals("claim") ? "{\"userId\":\"be-mob\"}" : report();
      HttpResponse<String> answer = act(owner, item, act, body);
      assertThat(answer.statusCode()).as(act + " " + answer.body()).isEqualTo(204);
    }
    assertThat(status(item)).isEqualTo("DONE");
  }

  private String status(Item item) {
    return text("select status from action_item where id = :id", item);
  }

  private String assignee(Item item) {
    return text(
        "select coalesce((select ASSIGNEE_ from ACT_RU_TASK where ID_ = :id), '-')"
            + " from (values (1)) as one",
        item);
  }

  private long taken(Item item) {
    return jdbc.sql(
            "select count(*) from commitment_change"
                + " where ref = :ref and what = 'TAKEN_IN_CHARGE'")
        .param("ref", item.ref())
        .query(Long.class)
        .single();
  }

  private String text(String sql, Item item) {
    return jdbc.sql(sql).param("id", item.id()).query(String.class).single();
  }
}
