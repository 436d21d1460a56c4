package eu.jalon.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.SessionClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests with the same key are processed once and get the same response. */
abstract class IdempotencyTest {

  private static final Pattern FORM_KEY =
      Pattern.compile("name=\"" + IdempotencyFilter.FIELD + "\" value=\"([^\"]+)\"");
  private static final String REASON = "Le comité se réunit plus tard.";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private SessionClient coordinator;
  private String ref;

  @BeforeEach
  void enterACommitment() {
    coordinator = SessionClient.signedIn(port, "coord-be");
    HttpResponse<String> entered =
        coordinator.json(
            "POST",
            "/api/commitments",
            """
            {"summit": "DEF2018", "theme": 0, "titles": {"fr": "Une étape %s", "nl": "Een stap meer"},
             "track": "OPERATIONAL_CAPABILITY", "leads": {"BE": "BE-IBZ", "FR": "FR-INT"},
             "accountable": "BE", "deadlineRule": "S-30wd"}
            """
                .formatted(UUID.randomUUID().toString().substring(0, 8)));
    String location = entered.headers().firstValue("Location").orElseThrow();
    ref = location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void coordinators7_twentyRequestsWithOneKeyAreProcessedOnceWithOneResponse() {
    String key = UUID.randomUUID().toString();

    List<HttpResponse<String>> answers = twenty(() -> split(key, "Une part"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(parts()).isOne();
  }

  @Test
  void aDifferentRequestWithTheSameKeyIsAConflict() {
    String key = UUID.randomUUID().toString();
    assertThat(split(key, "Une part").statusCode()).isEqualTo(200);

    HttpResponse<String> other = split(key, "Une autre part");

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(parts()).isOne();
  }

  @Test
  void aRejectedRequestReleasesItsKey() {
    String key = UUID.randomUUID().toString();
    assertThat(split(key, "Une part", "court").statusCode()).isEqualTo(400);

    assertThat(split(key, "Une part").statusCode()).isEqualTo(200);
    assertThat(parts()).isOne();
  }

  @Test
  void aKeyBelongsToOneUser() {
    String key = UUID.randomUUID().toString();
    assertThat(split(key, "Une part").statusCode()).isEqualTo(200);

    HttpResponse<String> other =
        send(SessionClient.signedIn(port, "coord-fr"), key, "Une autre part", REASON);

    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(parts()).isEqualTo(2);
  }

  @Test
  void anInvalidKeyIsRejected() {
    assertThat(split("x".repeat(101), "Une part").statusCode()).isEqualTo(400);
    assertThat(parts()).isZero();
  }

  @Test
  void coordinators7_aFormSubmittedTwentyTimesIsProcessedOnce() {
    String page = coordinator.get("/commitments/" + ref).body();
    Matcher key = FORM_KEY.matcher(page);
    assertThat(key.find()).as("a key in the form").isTrue();
    String once = key.group(1);

    List<HttpResponse<String>> answers = twenty(() -> form(once, "Une part"));
    HttpResponse<String> corrected = form(once, "Une autre part");

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(302);
              assertThat(answer.headers().firstValue("Location")).get().asString().contains(ref);
            });
    assertThat(corrected.statusCode()).isEqualTo(302);
    assertThat(parts()).as("a corrected form is a new request").isEqualTo(2);
  }

  private HttpResponse<String> form(String once, String title) {
    return coordinator.form(
        "/commitments/" + ref + "/split",
        Map.of("title[fr]", title, "title[nl]", "Een deel", "reason", REASON, "_once", once));
  }

  private HttpResponse<String> split(String key, String title) {
    return split(key, title, REASON);
  }

  private HttpResponse<String> split(String key, String title, String reason) {
    return send(coordinator, key, title, reason);
  }

  private HttpResponse<String> send(SessionClient by, String key, String title, String reason) {
    return by.send(
        "POST",
        "/api/commitments/" + ref + "/split",
        "application/json",
        "{\"titles\":{\"fr\":\"" + title + "\"},\"reason\":\"" + reason + "\"}",
        Map.of("Idempotency-Key", key));
  }

  /**
   * The answers to twenty calls at once, but for those that waited too long for the first (503).
   */
  private static List<HttpResponse<String>> twenty(Supplier<HttpResponse<String>> call) {
    List<CompletableFuture<HttpResponse<String>>> calls =
        Stream.generate(() -> CompletableFuture.supplyAsync(call, task -> new Thread(task).start()))
            .limit(20)
            .toList();
    return calls.stream()
        .map(CompletableFuture::join)
        .filter(answer -> answer.statusCode() != 503)
        .toList();
  }

  private long parts() {
    return jdbc.sql("select count(*) from commitment_change where ref = :ref and what = 'SPLIT'")
        .param("ref", ref)
        .query(Long.class)
        .single();
  }
}
