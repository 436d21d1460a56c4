package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** Acts that one party proposes and the others confirm. */
abstract class ProposalsTest extends ApplicationTest {

  private static final Map<String, String> REASON =
      Map.of("reason", "L’accord de mars la rend sans objet.");

  @Test
  void coordinators3_withdrawingIsProposedAndCarriedOutWhenTheOtherPartyConfirms() {
    String ref = entered();
    String proposal = propose(ref);

    assertThat(status(ref)).isEqualTo("IN_PROGRESS");
    assertThat(records().openItems(ref)).hasSize(2);
    assertThat(queue("coord-fr")).contains(ref);
    assertThat(emails(ref, "PROPOSAL")).as("France is told").isPositive();
    assertThat(calls().page("coord-fr", "/commitments/" + ref)).contains("id=\"proposals\"");
    assertThat(post("coord-be", "/api/commitments/" + ref + "/withdraw", REASON))
        .as("proposed once")
        .isEqualTo(409);
    assertThat(post("coord-be", proposal + "/confirm", Map.of()))
        .as("no party confirms for another")
        .isEqualTo(403);

    assertThat(post("coord-fr", proposal + "/confirm", Map.of())).isEqualTo(204);

    assertThat(status(ref)).isEqualTo("WITHDRAWN");
    assertThat(records().openItems(ref)).isEmpty();
    assertThat(changes(ref)).contains("PROPOSED", "PROPOSAL_CONFIRMED", "WITHDRAWN");
    assertThat(emails(ref, "PROPOSAL_ANSWER")).as("Belgium is told").isPositive();
    assertThat(post("coord-fr", proposal + "/confirm", Map.of())).isEqualTo(409);
    assertThat(queue("coord-fr")).doesNotContain(ref);
  }

  @Test
  void coordinators3_aDeclinedOrRetractedProposalChangesNothing() {
    String ref = entered();
    String declined = propose(ref);
    assertThat(post("coord-fr", declined + "/decline", Map.of("reason", "non"))).isEqualTo(400);
    assertThat(post("coord-fr", declined + "/decline", REASON)).isEqualTo(204);
    assertThat(status(ref)).isEqualTo("IN_PROGRESS");
    assertThat(changes(ref)).contains("PROPOSAL_DECLINED");

    String retracted = propose(ref);
    assertThat(post("coord-fr", retracted + "/withdraw", Map.of())).isEqualTo(403);
    assertThat(post("coord-be", retracted + "/withdraw", Map.of())).isEqualTo(204);
    assertThat(post("coord-fr", retracted + "/confirm", Map.of())).isEqualTo(409);
    assertThat(status(ref)).isEqualTo("IN_PROGRESS");
    assertThat(records().openItems(ref)).hasSize(2);
    assertThat(post("be-ibz", "/api/commitments/" + ref + "/withdraw", REASON)).isEqualTo(403);
    assertThat(post("coord-be", "/api/proposals/999999/confirm", Map.of())).isEqualTo(404);
  }

  private String propose(String ref) {
    ResponseEntity<JsonNode> proposed =
        calls().post("coord-be", "/api/commitments/" + ref + "/withdraw", REASON);
    assertThat(proposed.getStatusCode().value()).as("%s", proposed.getBody()).isEqualTo(202);
    assertThat(proposed.getBody().path("awaited")).hasSize(1);
    return "/api/proposals/" + proposed.getBody().path("id").asText();
  }

  private int post(String who, String path, Map<String, ?> body) {
    return calls().post(who, path, body).getStatusCode().value();
  }

  private List<String> queue(String who) {
    return Calls.texts(calls().get(who, "/api/proposals").getBody(), "ref");
  }

  private String status(String ref) {
    return commitment(ref).path("status").asText();
  }

  private List<String> changes(String ref) {
    return Calls.texts(commitment(ref).path("changes"), "what");
  }

  private JsonNode commitment(String ref) {
    return calls().get("coord-be", "/api/commitments/" + ref).getBody();
  }

  private long emails(String ref, String kind) {
    return records()
        .count(
            """
            select count(*) from email e
            join email_commitment c on c.email_id = e.id
            where c.ref = :ref and e.kind = '%s'
            """
                .formatted(kind),
            ref);
  }

  private String entered() {
    return calls()
        .post(
            "coord-be",
            "/api/commitments",
            Map.of(
                "summit", "DEF2018",
                "theme", 0,
                "titles", titles(),
                "track", "OPERATIONAL_CAPABILITY",
                "leads", Map.of("BE", "BE-IBZ", "FR", "FR-INT"),
                "accountable", "BE",
                "deadlineRule", "S-30wd"))
        .getBody()
        .path("ref")
        .asText();
  }

  /** A French title, by which equal titles are told, before the Dutch one. */
  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("fr", "Une étape " + UUID.randomUUID());
    titles.put("nl", "Een stap meer");
    return titles;
  }
}
