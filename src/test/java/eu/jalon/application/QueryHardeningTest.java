package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lines 1, 3, 4 and 5: what the engine must not evaluate, deploy or read. */
class QueryHardeningTest extends HardeningTest {

  private static final String CANARY = "jalon.canary";
  private static final String SET_CANARY =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),"
          + "''.getClass()).invoke(null,'jalon.canary','sung')}";

  @Autowired private ProcessEngine engine;

  @ParameterizedTest(name = "1 a query with an expression is refused: {0}")
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"X\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"X\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"dueAfterExpression\":\"X\"}]}]}",
        "{\"orQueries\":[{\"candidateGroupsExpression\":\"X\"}]}",
        "{\"orQueries\":[{\"ASSIGNEEexpression\":\"X\"}]}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"X\"}]}",
        "{\"sorting\":[{\"sortBy\":\"x\",\"parameters\":{\"processVariableExpression\":\"X\"}}]}"
      })
  void expressionsInQueries(String query) {
    String body = query.replace("X", SET_CANARY);
    String filter = text("select min(ID_) from ACT_RU_FILTER");
    for (String who : List.of("be-ibz", "coord-be")) {
      for (String path :
          List.of(
              "/task?maxResults=5",
              "/task/count",
              "/filter/" + filter + "/list?maxResults=5",
              "/filter/" + filter + "/count")) {
        assertThat(as(who).json("POST", ENGINE + path, body).statusCode())
            .as(who + " " + path)
            .isEqualTo(400);
      }
    }
    assertThat(
            as("coord-be").json("POST", ENGINE + "/history/task?maxResults=5", body).statusCode())
        .isEqualTo(400);
    assertThat(System.getProperty(CANARY)).isNull();
  }

  @Test
  @DisplayName("1 ?dueAfterExpression= is refused, and nobody makes or changes a filter")
  void expressionsInAddressesAndFilters() {
    String before = rows();
    String filter = text("select min(ID_) from ACT_RU_FILTER");
    String body =
        "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{\"assignee\":\""
            + SET_CANARY
            + "\"}}";
    for (String who : List.of("be-ibz", "coord-be", "admin")) {
      int refused = who.equals("admin") ? 403 : 400;
      assertThat(as(who).get(ENGINE + "/task?dueAfterExpression=%24%7B1%7D").statusCode())
          .isEqualTo(refused);
      assertThat(as(who).json("POST", ENGINE + "/filter/create", body).statusCode()).isEqualTo(403);
      assertThat(as(who).json("PUT", ENGINE + "/filter/" + filter, body).statusCode())
          .isEqualTo(403);
      assertThat(
              as(who).send("DELETE", ENGINE + "/filter/" + filter, "", "", Map.of()).statusCode())
          .isEqualTo(403);
    }
    assertThat(System.getProperty(CANARY)).isNull();
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest(name = "1 a stored query reaches no class: {0}")
  @ValueSource(
      strings = {
        SET_CANARY,
        "${''.class}",
        "${''['class']}",
        "${''.getClass()}",
        "${now().getClass().getClassLoader()}",
        "${dateTime().getZone().getClass()}",
        "${dateTime().chronology.class}",
        "${requests.class.classLoader}",
        "${teams.getClass()}"
      })
  void storedExpressionsReachNoClass(String expression) {
    Filter filter = engine.getFilterService().newTaskFilter("canary");
    filter.setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression));
    String id = engine.getFilterService().saveFilter(filter).getId();
    try {
      assertThatThrownBy(() -> engine.getFilterService().list(id))
          .isInstanceOf(ProcessEngineException.class)
          .hasStackTraceContaining("Denied in expressions");
      HttpResponse<String> asked =
          as("coord-be").json("POST", ENGINE + "/filter/" + id + "/list?maxResults=5", "{}");
      assertThat(asked.statusCode()).isBetween(400, 499);
    } finally {
      engine.getFilterService().deleteFilter(id);
    }
    assertThat(System.getProperty(CANARY)).isNull();
  }

  @Test
  @DisplayName("1 the filters of our own start-up work: now() and currentUserGroups()")
  void ourOwnFiltersWork() throws IOException {
    JsonNode filters =
        new ObjectMapper().readTree(as("be-ibz").get(ENGINE + "/filter?maxResults=50").body());
    assertThat(filters).hasSizeGreaterThanOrEqualTo(4);
    int shown = 0;
    for (JsonNode filter : filters) {
      String id = filter.path("id").asText();
      HttpResponse<String> list =
          as("be-ibz").json("POST", ENGINE + "/filter/" + id + "/list?maxResults=50", "{}");
      assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
      JsonNode tasks = new ObjectMapper().readTree(list.body());
      for (JsonNode task : tasks) {
        assertThat(
                text(
                    "select ministry from action_item where id = '"
                        + task.path("id").asText()
                        + "'"))
            .isEqualTo("BE-IBZ");
        shown++;
      }
    }
    assertThat(shown).isPositive();
  }

  @Test
  @DisplayName("3 the set-up page and the deployment of a model are refused to everybody")
  void setUpAndDeployment() {
    String before = rows();
    String model =
        "--b\r\nContent-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n\r\n<x/>\r\n--b--";
    for (String who : List.of("be-ibz", "coord-be", "admin")) {
      for (String path :
          List.of(
              "/camunda/app/admin/default/setup/",
              "/camunda/app/admin/default/setup",
              "/camunda/api/admin/setup/default/user/create")) {
        assertThat(as(who).get(path).statusCode()).as(who + path).isEqualTo(403);
      }
      assertThat(
              as(who)
                  .json("POST", "/camunda/api/admin/setup/default/user/create", "{}")
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              as(who)
                  .send(
                      "POST",
                      ENGINE + "/deployment/create",
                      "multipart/form-data; boundary=b",
                      model,
                      Map.of())
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("3 a focal point deploys no script task, in the engine's own right too")
  void scriptTask() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="x" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            <scriptTask id="t" scriptFormat="juel"><script>%s</script></scriptTask>
          </process>
        </definitions>
        """
            .formatted(SET_CANARY);
    engine.getIdentityService().setAuthentication("be-ibz", List.of("BE-IBZ"));
    try {
      assertThatThrownBy(
              () ->
                  engine
                      .getRepositoryService()
                      .createDeployment()
                      .addString("x.bpmn", model)
                      .deploy())
          .isInstanceOf(AuthorizationException.class);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
    assertThat(System.getProperty(CANARY)).isNull();
  }

  @ParameterizedTest(name = "4 a variable that is no plain text is refused: {0}")
  @ValueSource(
      strings = {
        "{\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVz\","
            + "\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\","
            + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
        "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":"
            + "\"javax.swing.JEditorPane\",\"serializationDataFormat\":\"application/json\"}}",
        "{\"value\":\"QUJD\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"../x.html\"}}",
        "{\"value\":\"QUJD\",\"type\":\"Bytes\"}",
        "{\"value\":{\"a\":1},\"type\":\"Json\"}",
        "{\"value\":\"x\",\"type\":\"Nonsense\"}",
        "{\"value\":7}",
        "{\"value\":true}"
      })
  void serializedObjects(String value) {
    String id = item(REF, "BE-IBZ");
    String before = rows();
    String body = "{\"variables\":{\"takeChargeNote\":" + value + "}}";
    for (String act : List.of("submit-form", "complete")) {
      HttpResponse<String> answer =
          as("be-ibz").json("POST", ENGINE + "/task/" + id + "/" + act, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    assertThat(
            as("be-ibz").json("POST", "/api/action-items/" + id + "/complete", body).statusCode())
        .isEqualTo(400);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("5 a model with external or exploding entities is not read")
  void entitiesInModels() {
    String external =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><definitions>&a39;</definitions>");
    for (String model : List.of(external, laughs.toString())) {
      assertThatThrownBy(
              () ->
                  engine
                      .getRepositoryService()
                      .createDeployment()
                      .addString("x.bpmn", model)
                      .deploy())
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageContaining("DOCTYPE is disallowed");
    }
  }
}
