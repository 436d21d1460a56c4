package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The date of the next meeting moves all due dates; further meetings are added. */
abstract class MeetingDateTest extends ApplicationTest {

  @Test
  void movingTheSummitThereAndBackRestoresEveryDate() {
    List<String> before = records().dates();
    JsonNode summit = calls().get("coord-be", "/api/summits/next").getBody();
    String date = summit.path("date").asText();
    JsonNode preview =
        calls().get("coord-be", "/api/summits/next/move?date=2027-09-15&size=200").getBody();
    assertThat(records().dates()).isEqualTo(before);

    JsonNode moved = move("2027-09-15", summit.path("version").asInt()).getBody();
    assertThat(moved).isEqualTo(preview.deepCopy());
    assertThat(moved.path("commitments").asInt()).isPositive();
    assertThat(records().dates()).isNotEqualTo(before);
    ResponseEntity<JsonNode> stale = move("2027-10-15", summit.path("version").asInt());
    assertThat(stale.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(move("2020-01-06", 99).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

    move(date, calls().get("coord-be", "/api/summits/next").getBody().path("version").asInt());
    assertThat(records().dates()).isEqualTo(before);
  }

  @Test
  void aFurtherSummitIsEnteredOnceAndTheNextOneStaysTheNextOne() {
    Map<String, Object> entry =
        Map.of("id", "VD2031", "names", Map.of("fr", "Val Duchesse 2031"), "date", "2031-05-06");
    ResponseEntity<JsonNode> created = calls().post("coord-fr", "/api/summits", entry);
    assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(created.getBody().path("status").asText()).isEqualTo("PLANNED");
    assertThat(calls().post("coord-be", "/api/summits", entry).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(calls().get("coord-be", "/api/summits/next").getBody().path("id").asText())
        .isEqualTo("VD2027");
  }

  private ResponseEntity<JsonNode> move(String date, int version) {
    return calls()
        .post("coord-be", "/api/summits/next/move", Map.of("date", date, "version", version));
  }
}
