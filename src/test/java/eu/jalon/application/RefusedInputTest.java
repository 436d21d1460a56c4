package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Invalid input is answered with a validation error and changes nothing. */
abstract class RefusedInputTest extends ApplicationTest {

  static Stream<Arguments> refusedCompletions() {
    return Stream.of(
        Arguments.of("be-ibz", Map.of("takeChargeNote", "x".repeat(2001)), 400),
        Arguments.of("be-ibz", Map.of("leadBe", "BE-DEF"), 400),
        Arguments.of("be-ibz", Map.of("validatedBe", true), 400),
        Arguments.of("fr-arm", Map.of(), 404),
        Arguments.of("fr-int", Map.of(), 403),
        Arguments.of("coord-fr", Map.of(), 403));
  }

  @ParameterizedTest
  @MethodSource("refusedCompletions")
  void completingWithWhatIsNotTheFormsOrNotHisIsRefused(
      String who, Map<String, Object> variables, int status) {
    String ref = "VD2023-2.06";
    String id = records().itemOf(ref, "BE");

    ResponseEntity<JsonNode> answer = calls().tryToComplete(who, id, variables);

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank();
    assertThat(records().itemOf(ref, "BE")).isEqualTo(id);
    assertThat(records().count("select count(*) from ACT_RU_TASK where ID_ = :ref", id)).isOne();
  }

  static Stream<Arguments> badDocuments() {
    return Stream.of(
        Arguments.of("an empty file", new byte[0], "VD2021", 400),
        Arguments.of(
            "a binary file", new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2}, "VD2021", 400),
        Arguments.of("nothing in it", "  \n ".getBytes(StandardCharsets.UTF_8), "VD2021", 400),
        Arguments.of("an unknown summit", Calls.scan(), "VD1999", 404),
        Arguments.of("not a summit id", Calls.scan(), "../etc", 400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badDocuments")
  void aBadDocumentIsRefusedWithASentence(String what, byte[] content, String summit, int status) {
    long before = records().count("select count(*) from declaration where meeting_id <> :ref", "");

    ResponseEntity<JsonNode> answer = calls().upload("coord-be", content, "x.txt", summit);

    assertThat(answer.getStatusCode().value()).as(what).isEqualTo(status);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("error.");
    assertThat(records().count("select count(*) from declaration where meeting_id <> :ref", ""))
        .isEqualTo(before);
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of("/api/commitments?size=2147483647", 400),
        Arguments.of("/api/commitments?page=-1", 400),
        Arguments.of("/api/commitments?sort=colour", 400),
        Arguments.of("/api/commitments?track=SOMETHING", 400),
        Arguments.of("/api/action-items?dueBefore=2027-02-29", 400),
        Arguments.of("/api/commitments/nonsense", 400),
        Arguments.of("/api/commitments/VD2023-9.99", 404),
        Arguments.of("/api/action-items?ministry=XX", 400));
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void aBadRequestIsRefusedInTheCallersLanguage(String path, int status) {
    ResponseEntity<JsonNode> answer = calls().get("coord-be", path);

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isNotNull();
    assertThat(answer.getHeaders().getContentType().toString())
        .startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("error.");
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of("/api/reminder-rounds", Map.of()),
        Arguments.of("/api/reminder-rounds", Map.of("on", "2027-02-29", "dryRun", true)),
        Arguments.of("/api/summits/next/move", Map.of("version", 1)),
        Arguments.of("/api/summits/next/move", Map.of("date", "2027-09-15")),
        Arguments.of("/api/summits/next/postpone", Map.of("version", 1)),
        Arguments.of("/api/summits/next/close", Map.of("heldOn", "2027-01-05")),
        Arguments.of("/api/commitments/VD2023-2.07/withdraw", Map.of()),
        Arguments.of("/api/commitments/VD2023-2.07/extend", Map.of("reason", "Pour cause.")));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void anIncompleteRequestIsRefusedWithASentence(String path, Map<String, Object> body) {
    ResponseEntity<JsonNode> answer = calls().post("coord-be", path, body);

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("detail").asText()).isNotBlank().doesNotContain("error.");
  }

  static Stream<Arguments> badFields() {
    return Stream.of(
        Arguments.of("/api/summits/next/move", Map.of(), "date= version="),
        Arguments.of("/api/summits/next/move", Map.of("date", "2027-02-29"), "date=2027-02-29"),
        Arguments.of(
            "/api/summits/next/close",
            Map.of(
                "heldOn",
                "2027-01-05",
                "next",
                Map.of("place", " "),
                "reason",
                "Le sommet a eu lieu."),
            "next.id= next.names="),
        Arguments.of(
            "/api/commitments",
            Map.of(
                "summit", "VD2023",
                "theme", 1,
                "titles", Map.of("fr", "Titre", "nl", "Titel"),
                "track", "LEGAL_INSTRUMENT",
                "leads", Map.of("BE", "BE-AMI"),
                "accountable", "BE",
                "deadlineRule", "2027-09-15"),
            "leads.FR="));
  }

  @ParameterizedTest
  @MethodSource("badFields")
  void everyBadFieldIsNamedWithItsValueAndASentence(
      String path, Map<String, Object> body, String expected) {
    ResponseEntity<JsonNode> answer = calls().post("coord-be", path, body);

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    JsonNode errors = answer.getBody().path("errors");
    assertThat(errors)
        .extracting(error -> error.path("field").asText() + "=" + error.path("value").asText())
        .containsExactly(expected.split(" (?=\\S)"));
    assertThat(errors)
        .allSatisfy(
            error ->
                assertThat(error.path("message").asText())
                    .contains(error.path("field").asText())
                    .doesNotContain("error.", "{"));
    assertThat(answer.getBody().path("detail").asText())
        .isEqualTo(errors.path(0).path("message").asText());
  }
}
