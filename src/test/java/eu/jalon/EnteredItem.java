package eu.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first action item of BE-IBZ in a commitment that is entered for one test.
 *
 * @param id the id of the item and of the engine's task
 * @param ref the reference of the commitment
 */
public record EnteredItem(String id, String ref) {

  /** The meeting at which the commitment was agreed, unless another one is given. */
  public static final String MEETING = "DEF2018";

  /** Enters a commitment as a coordinator. */
  public static EnteredItem enter(SessionClient coordinator, JdbcClient jdbc) {
    return enter(coordinator, jdbc, MEETING);
  }

  /** Enters a commitment of a meeting as a coordinator. */
  public static EnteredItem enter(SessionClient coordinator, JdbcClient jdbc, String meeting) {
    HttpResponse<String> entered =
        coordinator.json(
            "POST",
            "/api/commitments",
            """
            {"summit": "%s", "theme": 0, "titles": {"fr": "Une étape %s", "nl": "Een stap meer"},
              "track": "OPERATIONAL_CAPABILITY",
             "leads": {"BE": "BE-IBZ", "FR": "FR-INT"}, "accountable": "BE",
             "deadlineRule": "S-30wd"}
            """
                .formatted(meeting, UUID.randomUUID().toString().substring(0, 8)));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    String location = entered.headers().firstValue("Location").orElseThrow();
    String ref = location.substring(location.lastIndexOf('/') + 1);
    return jdbc.sql(
            """
            select id from action_item
            where ref = :ref and ministry = 'BE-IBZ' and status = 'OPEN'
            """)
        .param("ref", ref)
        .query((row, n) -> new EnteredItem(row.getString("id"), ref))
        .single();
  }
}
