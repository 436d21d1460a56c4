package eu.jalon.security.rights;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who may release and assign a claimed task: the same by the REST API, by the engine's API and on
 * the page of the action item.
 */
abstract class HandOverTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/task/";

  /** A user beside a task that be-ibz has claimed. */
  enum User {
    CLAIMER("be-ibz", true, true),
    COLLEAGUE("be-ibz-nl", true, true),
    COORDINATOR("coord-be", true, true),
    COORDINATOR_OF_THE_OTHER_PARTY("coord-fr", true, false),
    OTHER_LEAD("fr-int", false, false),
    OTHER_MINISTRY("be-jus", false, false),
    ADMINISTRATOR("admin", false, false);

    private final String account;
    private final boolean releases;
    private final boolean assigns;

    User(String account, boolean releases, boolean assigns) {
      this.account = account;
      this.releases = releases;
      this.assigns = assigns;
    }
  }

  /** A request that releases or assigns a task. */
  enum Way {
    RELEASE("/api/action-items/{id}/release", ""),
    UNCLAIM(ENGINE + "{id}/unclaim", ""),
    RESET(ENGINE + "{id}/assignee", "{\"userId\":null}"),
    ASSIGN("/api/action-items/{id}/assign", "{\"person\":\"be-ibz-nl\"}"),
    ASSIGN_IN_TASKLIST(ENGINE + "{id}/assignee", "{\"userId\":\"be-ibz-nl\"}");

    private final String path;
    private final String body;

    Way(String path, String body) {
      this.path = path;
      this.body = body;
    }

    private boolean releases() {
      return compareTo(ASSIGN) < 0;
    }
  }

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final Map<String, SessionClient> visitors = new HashMap<>();

  @Test
  void focalPoints1_theRegisterDecidesWhoReleasesAndAssigns() {
    SoftAssertions softly = new SoftAssertions();
    EnteredItem item = EnteredItem.enter(visitor("coord-be"), jdbc);
    for (User user : User.values()) {
      for (Way way : Way.values()) {
        claim(item);
        boolean allowed = way.releases() ? user.releases : user.assigns;

        HttpResponse<String> answer =
            visitor(user.account).json("POST", way.path.replace("{id}", item.id()), way.body);

        String what = user + " " + way + ": " + answer.statusCode() + " " + answer.body();
        String assignee = allowed ? (way.releases() ? "-" : "be-ibz-nl") : "be-ibz";
        softly.assertThat(answer.statusCode() == 204).as(what).isEqualTo(allowed);
        if (!allowed) {
          softly.assertThat(answer.statusCode()).as(what).isIn(403, 404);
        }
        softly.assertThat(assignees(item)).as(what).isEqualTo(assignee + " " + assignee);
      }
    }
    softly.assertAll();
  }

  @Test
  void focalPoints1_onlyAPersonWhoMayCompleteATaskIsAssigned() {
    EnteredItem item = EnteredItem.enter(visitor("coord-be"), jdbc);
    claim(item);
    for (String person : new String[] {"be-jus", "coord-be", "admin", "missing", "NO ONE"}) {
      for (Way way : new Way[] {Way.ASSIGN, Way.ASSIGN_IN_TASKLIST}) {
        HttpResponse<String> answer =
            visitor("coord-be")
                .json(
                    "POST",
                    way.path.replace("{id}", item.id()),
                    way.body.replace("be-ibz-nl", person));
        assertThat(answer.statusCode()).as(person + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).as("says who").contains(person);
      }
    }
    assertThat(assignees(item)).isEqualTo("be-ibz be-ibz");
  }

  /** The link in an email: the form for those who may complete the task, else what they may do. */
  @Test
  void focalPoints1_focalPoints18_thePageOfAnActionItemReleasesAndAssigns() {
    EnteredItem item = EnteredItem.enter(visitor("coord-be"), jdbc);
    claim(item);
    String page = "/tasks/" + item.id() + "/answer";

    assertThat(location(visitor("coord-be").get("/tasks/" + item.id()))).endsWith(page);
    assertThat(location(visitor("be-ibz-nl").get("/tasks/" + item.id())))
        .contains("/camunda/app/tasklist/");
    assertThat(visitor("coord-be").get(page).body()).contains("/assign", "/release", "be-ibz-nl");
    assertThat(visitor("coord-fr").get(page).body()).contains("/release").doesNotContain("/assign");

    visitor("coord-be").form("/tasks/" + item.id() + "/assign", Map.of("assignee", "be-ibz-nl"));
    assertThat(assignees(item)).isEqualTo("be-ibz-nl be-ibz-nl");
    assertThat(visitor("coord-be").get(page).body()).contains("role=\"status\"");
    visitor("coord-be").form("/tasks/" + item.id() + "/assign", Map.of("assignee", "be-jus"));
    assertThat(visitor("coord-be").get(page).body()).contains("role=\"alert\"", "be-jus");
    visitor("coord-fr").form("/tasks/" + item.id() + "/release", Map.of());
    assertThat(assignees(item)).isEqualTo("- -");
    assertThat(visitor("fr-int").get(page).body()).doesNotContain("/assign", "/release");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private SessionClient visitor(String who) {
    return visitors.computeIfAbsent(who, each -> SessionClient.signedIn(port, each));
  }

  private void claim(EnteredItem item) {
    SessionClient claimer = visitor("be-ibz");
    if (!assignees(item).startsWith("be-ibz ")) {
      claimer.json("POST", Way.RELEASE.path.replace("{id}", item.id()), "");
      HttpResponse<String> answer =
          claimer.json("POST", ENGINE + item.id() + "/claim", "{\"userId\":\"be-ibz\"}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
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
}
