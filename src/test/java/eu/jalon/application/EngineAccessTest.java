package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What Tasklist and the REST API of the engine show and allow. */
abstract class EngineAccessTest extends ApplicationTest {

  @Test
  void tasklistShowsAFocalPointHisMinistryAndNoOther() {
    JsonNode tasks =
        calls().get("be-jus", "/camunda/api/engine/engine/default/task?maxResults=200").getBody();

    assertThat(tasks).isNotEmpty();
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(
                        records()
                            .count(
                                "select count(*) from action_item"
                                    + " where ministry = 'BE-JUS' and id = :ref",
                                task.path("id").asText()))
                    .isOne());
  }

  @Test
  void aCardShowsItsCommitmentAndNobodyElsesVariables() {
    String engine = "/camunda/api/engine/engine/default";
    JsonNode filters = calls().get("be-jus", engine + "/filter?maxResults=10").getBody();
    JsonNode list =
        calls()
            .get(
                "be-jus",
                engine + "/filter/" + filters.get(0).path("id").asText() + "/list?maxResults=5",
                MediaType.valueOf("application/hal+json"))
            .getBody();
    JsonNode card = list.path("_embedded").path("task").get(0);
    assertThat(Calls.texts(card.path("_embedded").path("variable"), "name"))
        .contains("ref", "late", "title", "theme", "owner");

    String other = card.path("processInstanceId").asText();
    for (String path :
        List.of(
            "/variable-instance",
            "/variable-instance/count",
            "/process-instance/" + other + "/variables",
            "/process-instance/" + other + "/variables/ref",
            "/execution/" + other + "/localVariables")) {
      assertThat(calls().get("be-jus", engine + path).getStatusCode().value())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void tasklistSpeaksTheReadersLanguage() {
    String engine = "/camunda/api/engine/engine/default";
    String models = engine + "/process-definition?latestVersion=true&maxResults=20";

    assertThat(Calls.texts(calls().get("coord-be", models).getBody(), "name"))
        .contains("Instrument juridique", "Suivi d’une prochaine étape");
    assertThat(
            Calls.texts(calls().get("be-jus", engine + "/filter?maxResults=10").getBody(), "name"))
        .contains("Mijn ministerie", "Te laat")
        .noneMatch(name -> name.startsWith("jalon."));
    assertThat(
            Calls.texts(calls().get("be-jus", engine + "/task?maxResults=200").getBody(), "name"))
        .contains("In behandeling nemen");
  }

  @Test
  void focalPoints16_aTaskThatIsGoneIsSaidInTheReadersLanguage() {
    String task = "/camunda/api/engine/engine/default/task/" + UUID.randomUUID();

    for (String what : List.of("", "/form", "/form-variables")) {
      var answer = calls().get("be-ibz", task + what);
      assertThat(answer.getStatusCode().value()).as(what).isEqualTo(404);
      assertThat(answer.getBody().path("message").asText())
          .as(what)
          .contains("Il n’existe pas d’action")
          .doesNotContainIgnoringCase("no matching task", "is null", "cannot find");
    }
  }

  @Test
  void theEnginesDoorsAreShut() {
    String engine = "/camunda/api/engine/engine/default";
    Map<String, Object> nested =
        Map.of(
            "orQueries", List.of(Map.of("taskVariables", List.of(), "assigneeExpression", "${1}")));

    assertThat(calls().post("be-jus", engine + "/task", nested).getStatusCode().value())
        .isEqualTo(400);
    assertThat(calls().get("be-jus", engine + "/task?dueAfterExpression=x").getStatusCode().value())
        .isEqualTo(400);
    assertThat(
            calls()
                .get("admin", "/camunda/api/admin/setup/default/user/create")
                .getStatusCode()
                .value())
        .isEqualTo(403);
    assertThat(calls().anonymous("/camunda/api/engine/engine/default/task")).isEqualTo(401);
    assertThat(calls().anonymous("/api/commitments")).isEqualTo(401);
    assertThat(calls().get("coord-be", "/actuator").getStatusCode().value()).isEqualTo(403);
    assertThat(calls().anonymous("/actuator/health")).isEqualTo(200);
  }

  @Test
  void aFocalPointCannotBendHisTask() {
    String id = records().itemOf("VD2023-2.06", "BE");
    String task = "/camunda/api/engine/engine/default/task/" + id;
    Map<String, Object> stray = Map.of("variables", Map.of("x", Map.of("value", 1)));

    for (String act :
        List.of("/resolve", "/bpmnError", "/bpmnEscalation", "/identity-links", "/delegate")) {
      assertThat(send(HttpMethod.POST, task + act, stray)).as(act).isEqualTo(403);
    }
    assertThat(send(HttpMethod.PUT, task, Map.of("due", "2030-01-01T00:00:00.000+0000")))
        .isEqualTo(403);
    for (String act : List.of("/claim", "/assignee")) {
      assertThat(send(HttpMethod.POST, task + act, Map.of("userId", "fr-int")))
          .as(act)
          .isEqualTo(400);
    }
    assertThat(send(HttpMethod.POST, task + "/submit-form", stray)).isGreaterThanOrEqualTo(400);
    for (String fact : List.of("leadFr", "coordinationBe", "accountable", "track", "ref")) {
      var forged = Map.of("variables", Map.of(fact, Map.of("value", "BE-IBZ")));
      assertThat(send(HttpMethod.POST, task + "/submit-form", forged))
          .as(fact)
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(records().itemOf("VD2023-2.06", "BE")).isEqualTo(id);
    assertThat(records().count("select count(*) from ACT_RU_VARIABLE where NAME_ = :ref", "x"))
        .isZero();

    assertThat(send(HttpMethod.POST, task + "/claim", Map.of("userId", "be-ibz"))).isEqualTo(204);
    assertThat(
            records()
                .count(
                    "select count(*) from action_item where assignee = 'be-ibz' and id = :ref", id))
        .isOne();
  }

  @Test
  void aRepeatedStepIsNotPassedByItsCounters() {
    String ref = "VD2023-4.06";
    String step = records().stepOf(ref, "BE");
    var forged =
        Map.of(
            "variables",
            Map.of(
                "progressStatus", Map.of("value", "BLOCKED"),
                "progressText", Map.of("value", "Rien n’avance pour le moment."),
                "nrOfInstances", Map.of("value", 1),
                "loopCounter", Map.of("value", 0),
                "achieved", Map.of("value", true)));

    String task = "/camunda/api/engine/engine/default/task/" + records().itemOf(ref, "BE");
    assertThat(send(HttpMethod.POST, task + "/submit-form", forged)).isEqualTo(204);
    assertThat(records().stepOf(ref, "BE")).isEqualTo(step);
  }

  private int send(HttpMethod method, String path, Object body) {
    return calls().inTasklist("be-ibz", method, path, body);
  }
}
