package eu.jalon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks that an answer and its errors name the request. */
@DemoOnH2
class RequestIdTest {

  @LocalServerPort private int port;

  @Test
  void theIdOfTheProxyIsKept() {
    HttpResponse<String> answer = get("/login", "proxy-1.2_abc");

    assertThat(id(answer)).isEqualTo("proxy-1.2_abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a space in it", "<script>alert(1)</script>", ""})
  void anIdThatMightForgeALogLineIsReplaced(String sent) {
    assertThat(id(get("/login", sent))).matches("[0-9a-f-]{36}");
  }

  @Test
  void everyRequestHasAnotherId() {
    SessionClient visitor = SessionClient.anonymous(port);

    assertThat(id(visitor.get("/login"))).isNotEqualTo(id(visitor.get("/login")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/summits/VD1999", "/api/nowhere", "/api/commitments?page=-1"})
  void errorsOfTheApiNameTheRequest(String path) {
    HttpResponse<String> answer =
        SessionClient.signedIn(port, "coord-be")
            .send("GET", path, "", "", Map.of("X-Request-Id", "proxy-42"));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).contains("\"requestId\":\"proxy-42\"");
  }

  @Test
  void aMissingSignInNamesTheRequest() {
    HttpResponse<String> answer = get("/api/commitments", "proxy-43");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"requestId\":\"proxy-43\"");
  }

  private HttpResponse<String> get(String path, String id) {
    return SessionClient.anonymous(port).send("GET", path, "", "", Map.of("X-Request-Id", id));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }
}
