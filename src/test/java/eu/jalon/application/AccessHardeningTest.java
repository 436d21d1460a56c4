package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines 15, 16, 18, 20 and 21: who asks, and from where. */
class AccessHardeningTest extends HardeningTest {

  private static final String TO_ANOTHER = "{\"userId\":\"fr-arm\"}";

  @Test
  @DisplayName("15 a focal point changes a due date, an assignee, another ministry's task: refused")
  void othersTasks() {
    String before = rows();
    String own = ENGINE + "/task/" + item(REF, "BE-IBZ");
    String due = "{\"due\":\"2030-01-01T00:00:00.000+0000\",\"assignee\":\"be-ibz\"}";
    assertThat(as("be-ibz").json("PUT", own, due).statusCode()).isEqualTo(403);
    for (String who : List.of("be-ibz", "fr-arm")) {
      for (String act : List.of("delegate", "resolve", "identity-links", "bpmnError")) {
        assertThat(as(who).json("POST", own + "/" + act, TO_ANOTHER).statusCode())
            .as(act)
            .isEqualTo(403);
      }
      assertThat(as(who).json("POST", own + "/attachment/create", "{}").statusCode())
          .isEqualTo(403);
      assertThat(as(who).json("PUT", own + "/variables/ref", "{\"value\":\"x\"}").statusCode())
          .isEqualTo(403);
    }
    // Members of the ministry may assign its item, but only to one another.
    HttpResponse<String> outside = as("be-ibz").json("POST", own + "/assignee", TO_ANOTHER);
    refused(outside, 400, "message");
    assertThat(as("fr-arm").json("POST", own + "/assignee", TO_ANOTHER).statusCode())
        .isIn(403, 404);
    for (String act : List.of("claim", "unclaim", "complete", "submit-form")) {
      assertThat(as("fr-arm").json("POST", own + "/" + act, TO_ANOTHER).statusCode())
          .as(act)
          .isBetween(400, 404);
    }
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest(name = "15 a focal point reads nothing of another ministry: {0}")
  @ValueSource(
      strings = {
        "/task/TASK",
        "/task/TASK/comment",
        "/task/TASK/attachment",
        "/task/TASK/variables",
        "/task/TASK/identity-links",
        "/task/TASK/form-variables",
        "/task?processInstanceBusinessKey=VD2023-2.06&maxResults=9",
        "/task/count?processInstanceBusinessKey=VD2023-2.06",
        "/task/report/candidate-group-count",
        "/history/task?maxResults=9",
        "/history/user-operation?taskId=TASK&maxResults=9",
        "/history/activity-instance?maxResults=9",
        "/history/variable-instance?maxResults=9",
        "/history/identity-link-log?maxResults=9",
        "/process-instance?maxResults=9",
        "/process-instance/count",
        "/process-definition/key/commitmentFollowUp/statistics",
        "/process-definition/statistics",
        "/variable-instance?maxResults=9",
        "/user?maxResults=9",
        "/group?maxResults=9"
      })
  void othersData(String path) {
    HttpResponse<String> answer =
        as("fr-arm").get(ENGINE + path.replace("TASK", item(REF, "BE-IBZ")));
    if (answer.statusCode() == 200) {
      assertThat(answer.body()).isIn("[]", "{\"count\":0}");
    } else {
      assertThat(answer.statusCode()).isIn(403, 404);
    }
  }

  @ParameterizedTest(name = "15 emails and others' reminders are not a focal point''s: {0}")
  @ValueSource(
      strings = {
        "/api/emails",
        "/emails",
        "/api/action-items/TASK/reminders",
        "/api/action-items/TASK/reminders/history",
        "/tasks/TASK",
        "/tasks/TASK/answer",
        "/commitments/VD2023-2.06",
        "/api/commitments/VD2023-2.06",
        "/api/people/be-ibz/absence"
      })
  void othersEmails(String path) {
    assertThat(as("fr-arm").get(path.replace("TASK", item(REF, "BE-IBZ"))).statusCode())
        .isIn(403, 404);
  }

  @Test
  @DisplayName("16 completing with extra variables, after somebody else, after the end: refused")
  void completing() {
    String ref = "VD2023-1.01";
    String id = item(ref, "FR-JUS");
    String who = "fr-jus";
    String before = rows();
    for (String extra : List.of("x", "leadBe", "validatedBe", "doneFr", "approvalRequired")) {
      String body = "{\"variables\":{\"" + extra + "\":{\"value\":\"x\"}}}";
      for (String act : List.of("submit-form", "complete")) {
        refused(as(who).json("POST", ENGINE + "/task/" + id + "/" + act, body), 400, "message");
      }
      refused(complete(who, id, "{\"" + extra + "\":\"x\"}"), 400, "detail");
    }
    assertThat(rows()).isEqualTo(before);

    String proposed =
        as("coord-be")
            .json(
                "POST",
                "/api/commitments/" + ref + "/withdraw",
                "{\"reason\":\"Les deux pays y renoncent.\"}")
            .body();
    String proposal = proposed.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
    as("coord-fr").json("POST", "/api/proposals/" + proposal + "/confirm", "");
    refused(complete(who, id, "{}"), 409, "detail");
    refused(
        as(who).json("POST", ENGINE + "/task/" + id + "/submit-form", "{\"variables\":{}}"),
        409,
        "message");
    refused(
        as(who).json("POST", ENGINE + "/task/" + id + "/claim", "{\"userId\":\"" + who + "\"}"),
        409,
        "message");
  }

  private HttpResponse<String> complete(String who, String id, String fields) {
    return as(who)
        .json("POST", "/api/action-items/" + id + "/complete", "{\"variables\":" + fields + "}");
  }

  private static void refused(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"" + sentence + "\"").doesNotContain("error.");
  }

  @Test
  @DisplayName("18 without a token, with a stale one or from elsewhere nothing is done")
  void tokens() {
    String before = rows();
    SessionClient own = as("coord-be");
    String stale = SessionClient.signedIn(port(), "coord-be").token();
    String form = "deadline=2027-09-01&reason=Une+raison+assez+longue.";
    String type = "application/x-www-form-urlencoded";
    for (String token : List.of("", "x", stale)) {
      Map<String, String> headers = Map.of("X-CSRF-TOKEN", token, "X-XSRF-TOKEN", token);
      assertThat(own.send("POST", "/commitments/" + REF + "/extend", type, form, headers))
          .matches(answer -> answer.statusCode() == 403);
      assertThat(
              own.send(
                      "POST",
                      "/api/commitments/" + REF + "/withdraw",
                      "application/json",
                      "{\"reason\":\"Une raison assez longue.\"}",
                      headers)
                  .statusCode())
          .isEqualTo(403);
      // The engine's web apps end a session from which a wrong token came.
      assertThat(
              SessionClient.signedIn(port(), "coord-be")
                  .send(
                      "POST",
                      ENGINE + "/task/" + item(REF, "BE-IBZ") + "/comment/create",
                      "application/json",
                      "{\"message\":\"x\"}",
                      headers)
                  .statusCode())
          .isEqualTo(403);
      assertThat(own.send("POST", "/logout", type, "", headers).statusCode()).isEqualTo(403);
    }
    assertThat(own.get("/overdue").statusCode()).isEqualTo(200);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("18 a browser that another site led here needs a token, whatever it sends along")
  void foreignOrigin() {
    String before = rows();
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("coord-be:jalon-demo".getBytes(StandardCharsets.UTF_8));
    for (Map<String, String> led :
        List.of(
            Map.of("Authorization", basic, "Origin", "https://evil.example"),
            Map.of("Authorization", basic, "Sec-Fetch-Site", "cross-site"))) {
      HttpResponse<String> answer =
          SessionClient.anonymous(port())
              .send(
                  "POST",
                  "/api/commitments/" + REF + "/withdraw",
                  "application/json",
                  "{\"reason\":\"Une raison assez longue.\"}",
                  led);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @DisplayName("20 the login leads to no other place, whatever was asked for before")
  void openRedirect() {
    for (String path :
        List.of("/login?continue=//evil.example", "/login?back=https://evil.example", "/overdue")) {
      SessionClient visitor = SessionClient.anonymous(port());
      visitor.get(path);
      visitor.readToken("/login");
      HttpResponse<String> answer =
          visitor.form("/login", Map.of("username", "coord-be", "password", "jalon-demo"));
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .startsWith("/")
          .doesNotStartWith("//")
          .doesNotContain("evil");
    }
    assertThat(SessionClient.anonymous(port()).get("//evil.example/").statusCode()).isEqualTo(400);
    HttpResponse<String> language =
        as("coord-be").form("/language", Map.of("language", "fr", "back", "//evil.example"));
    assertThat(language.headers().firstValue("Location")).hasValue("/");
  }

  @Test
  @DisplayName("20 a poisoned Host header is in no answer")
  void hostHeader() throws IOException {
    for (String path :
        List.of("/overdue", "/login", "/api/commitments", "/camunda/app/tasklist/")) {
      for (String header :
          List.of("Host: evil.example", "Host: x\r\nX-Forwarded-Host: evil.example")) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
          socket
              .getOutputStream()
              .write(
                  ("GET " + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
          try (InputStream in = socket.getInputStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .as(path)
                .startsWith("HTTP/1.1 ")
                .doesNotContain("evil.example");
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "21 anonymous {0} gets nothing")
  @ValueSource(
      strings = {
        "/engine-rest",
        "/engine-rest/task",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/beans",
        "/h2-console",
        "/h2-console/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine",
        "/camunda/api/cockpit/plugin/base/default/process-definition",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/admin/setup/default/user/create",
        "/v3/api-docs",
        "/api/people"
      })
  void anonymousDoors(String path) {
    assertThat(SessionClient.anonymous(port()).get(path).statusCode()).isIn(401, 404);
  }
}
