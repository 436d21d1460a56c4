package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** From the text of a declaration to commitments in progress. */
abstract class DeclarationLaunchTest extends ApplicationTest {

  @Test
  void aDeclarationIsUploadedAndLaunchedAllAtOnce() {
    long before =
        records().count("select count(*) from commitment where meeting_id = :ref", "VD2018");
    ResponseEntity<JsonNode> uploaded =
        calls().upload("coord-be", Calls.scan(), "scan.txt", "VD2018");
    assertThat(uploaded.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    JsonNode draft = uploaded.getBody();
    int items = draft.path("items").size();
    assertThat(items).isGreaterThan(5);
    String id = draft.path("id").asText();

    ResponseEntity<JsonNode> early =
        calls().post("coord-be", "/api/declarations/" + id + "/launch", null);
    assertThat(early.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(early.getBody().path("detail").asText()).contains(String.valueOf(items), "1.01");
    calls().titled("coord-be", draft);

    JsonNode launch =
        calls().post("coord-be", "/api/declarations/" + id + "/launch", null).getBody();
    ResponseEntity<JsonNode> again =
        calls().post("coord-fr", "/api/declarations/" + id + "/launch", null);

    assertThat(launch.path("launched").asInt()).isEqualTo(items);
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(again.getBody().path("detail").asText()).isNotBlank();
    JsonNode entered = calls().get("coord-be", "/api/commitments?summit=VD2018&size=200").getBody();
    assertThat(entered.path("total").asLong()).isEqualTo(before + items);
    assertThat(entered.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("processInstanceId").asText()).isNotBlank();
              assertThat(item.path("dueOn").asText()).isNotBlank();
            });
    assertThat(
            records()
                .count(
                    """
                    select count(*) from ACT_RU_EXECUTION e join commitment c
                      on c.process_instance_id = e.ID_ where c.meeting_id = :ref
                    """,
                    "VD2018"))
        .isEqualTo(items);
  }

  @Test
  void theLaunchSaysHowManyCommitmentsWillBeRestricted() {
    String text = new String(Calls.scan(), StandardCharsets.UTF_8) + "\n\n";
    JsonNode draft =
        calls()
            .upload("coord-be", text.getBytes(StandardCharsets.UTF_8), "marked.txt", "VD2021")
            .getBody();
    String path = "/declarations/" + draft.path("id").asText();
    assertThat(calls().page("coord-be", path)).doesNotContain("launch-restriction");
    JsonNode item = draft.path("items").get(0);

    ResponseEntity<JsonNode> marked =
        calls()
            .patch(
                "coord-be",
                "/api" + path + "/items/" + item.path("n").asInt(),
                Map.of("version", item.path("version").asInt(), "restriction", "RESTRICTED"));

    assertThat(marked.getStatusCode()).as("%s", marked.getBody()).isEqualTo(HttpStatus.OK);
    assertThat(calls().page("coord-be", path))
        .contains("launch-restriction", "Une prochaine étape sera à diffusion restreinte.");
    ResponseEntity<JsonNode> theme =
        calls()
            .patch(
                "coord-be",
                "/api" + path + "/themes/" + item.path("theme").asInt(),
                Map.of("restricted", true));
    assertThat(theme.getStatusCode()).as("%s", theme.getBody()).isEqualTo(HttpStatus.OK);
    assertThat(theme.getBody().path("themes").get(0).path("title"))
        .isEqualTo(draft.path("themes").get(0).path("title"));
    assertThat(calls().page("coord-be", path))
        .contains(
            "Thème à diffusion restreinte, sauf indication contraire : "
                + item.path("theme").asInt()
                + ".")
        .doesNotContain("Une prochaine étape sera");
  }

  @Test
  void aFurtherDocumentOfAMeetingAddsItsThemes() {
    String text = new String(Calls.scan(), StandardCharsets.UTF_8) + "\n";
    JsonNode draft =
        calls()
            .upload("coord-be", text.getBytes(StandardCharsets.UTF_8), "again.txt", "VD2023")
            .getBody();
    String id = draft.path("id").asText();
    calls().titled("coord-be", draft);
    long themes = records().count("select count(*) from theme where meeting_id = :ref", "VD2023");

    ResponseEntity<JsonNode> launch =
        calls().post("coord-be", "/api/declarations/" + id + "/launch", null);

    assertThat(launch.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(records().count("select count(*) from theme where meeting_id = :ref", "VD2023"))
        .isEqualTo(themes + draft.path("themes").size());
    assertThat(draft.path("items"))
        .allSatisfy(item -> assertThat(item.path("theme").asLong()).isGreaterThan(themes));
  }
}
