package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.jalon.DemoOnH2;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators describe parties and series with the API. */
@DemoOnH2
class PartiesApiTest extends ApplicationTest {

  @Autowired private JdbcClient jdbc;

  @Test
  void anAdministratorEntersAndChangesPartiesAndASeries() {
    party("AT", "Europe/Vienna", HttpStatus.CREATED);
    party("CH", "Europe/Zurich", HttpStatus.CREATED);
    party("CH", "Europe/Zurich", HttpStatus.CONFLICT);
    assertThat(party("LI", "Europe/Vadutz", HttpStatus.BAD_REQUEST).path("detail").asText())
        .contains("Europe/Vadutz");

    Map<String, Object> series =
        Map.of(
            "id",
            "AC",
            "names",
            Map.of("de", "Beispiel"),
            "parties",
            List.of("CH", "AT"),
            "languages",
            List.of("de"),
            "defaultDeadline",
            "S-20wd",
            "everyPartyLeads",
            false);
    assertThat(calls().post("coord-be", "/api/series", series).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    ResponseEntity<JsonNode> created = calls().post("admin", "/api/series", series);
    assertThat(created.getStatusCode()).as("%s", created).isEqualTo(HttpStatus.CREATED);
    assertThat(created.getBody().path("parties").toString()).isEqualTo("[\"CH\",\"AT\"]");

    ObjectNode changed = created.getBody().deepCopy();
    changed.put("defaultDeadline", "soon");
    assertThat(patch("/api/series/AC", changed).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    changed.put("defaultDeadline", "S-10");
    assertThat(patch("/api/series/AC", changed).getBody().path("version").asInt()).isEqualTo(1);
    assertThat(patch("/api/series/AC", changed).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);

    assertThat(Calls.texts(calls().get("admin", "/api/series").getBody().path("items"), "id"))
        .contains("AC", "VD");
    assertThat(Calls.texts(calls().get("coord-be", "/api/series").getBody().path("items"), "id"))
        .contains("VD")
        .doesNotContain("AC");
    assertThat(Calls.texts(calls().get("be-ibz", "/api/parties").getBody().path("items"), "code"))
        .contains("BE", "FR")
        .doesNotContain("AT", "CH");
    assertThat(
            jdbc.sql("select what || ' ' || outcome from audit_entry where what like 'series=AC'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("series=AC added", "series=AC changed");
  }

  private JsonNode party(String code, String zone, HttpStatus expected) {
    ResponseEntity<JsonNode> answer =
        calls()
            .post(
                "admin",
                "/api/parties",
                Map.of(
                    "code",
                    code,
                    "names",
                    Map.of("de", "Beispiel"),
                    "zone",
                    zone,
                    "calendar",
                    code.toLowerCase(java.util.Locale.ROOT),
                    "bridgingDays",
                    List.of("2027-05-07"),
                    "coordinatingMinistry",
                    code + "-KOORD",
                    "coordinatingMinistryNames",
                    Map.of("de", "Koordinierung")));
    assertThat(answer.getStatusCode()).as("%s", answer).isEqualTo(expected);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> patch(String path, JsonNode body) {
    return calls().patch("admin", path, body);
  }
}
