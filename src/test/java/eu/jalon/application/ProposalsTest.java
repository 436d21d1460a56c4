package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.jalon.directory.Parties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts that one party proposes and the others confirm. */
abstract class ProposalsTest extends ApplicationTest {

  @Autowired private Parties parties;
  @Autowired private JdbcClient jdbc;

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

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(
            "EXTENSION", "POST", "/extend", Map.of("deadlineRule", "2029-06-29"), "/deadlineRule"),
        Arguments.of("LEAD", "POST", "/reassign", Map.of("ministry", "FR-JUS"), "/leads/FR"),
        Arguments.of("ACCOUNTABLE", "PATCH", "", Map.of("accountable", "FR"), "/accountable"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void coordinators3_aChangeThatBindsTheOtherPartyWaitsForIt(
      String kind, String method, String path, Map<String, Object> change, String value) {
    String ref = entered();
    String before = commitment(ref).at(value).asText();
    String wanted = change.values().iterator().next().toString();

    ask(ref, method, path, change);
    JsonNode open = proposal(ref);
    assertThat(open.path("kind").asText()).isEqualTo(kind);
    assertThat(open.path("former").asText()).isEqualTo(before);
    assertThat(open.path("wanted").asText()).isEqualTo(wanted);
    assertThat(emails(ref, "PROPOSAL")).as("France is told").isPositive();
    assertThat(calls().page("coord-fr", "/proposals")).contains(ref);
    assertThat(calls().page("coord-fr", "/commitments/" + ref)).contains("id=\"proposals\"");
    assertThat(ask(ref, method, path, change)).as("proposed once").isEqualTo(409);
    assertThat(post("coord-fr", address(open) + "/decline", REASON)).isEqualTo(204);
    assertThat(commitment(ref).at(value).asText()).as("declined").isEqualTo(before);

    ask(ref, method, path, change);
    assertThat(post("coord-be", address(proposal(ref)) + "/confirm", Map.of())).isEqualTo(403);
    calls().confirmAll("coord-fr", ref);
    assertThat(commitment(ref).at(value).asText()).as("confirmed").isEqualTo(wanted);
    assertThat(changes(ref)).contains("PROPOSED", "PROPOSAL_CONFIRMED");
    assertThat(emails(ref, "PROPOSAL_ANSWER")).as("Belgium is told").isPositive();
    assertThat(records().openItems(ref)).hasSize(2);
  }

  @Test
  void coordinators3_whatHasChangedMeanwhileCannotBeConfirmed() {
    String ref = entered();
    ask(ref, "POST", "/reassign", Map.of("ministry", "FR-JUS"));
    JsonNode stale = proposal(ref);
    assertThat(
            post(
                "coord-fr",
                "/api/commitments/" + ref + "/reassign",
                with(Map.of("ministry", "FR-ARM"))))
        .as("a lead of the own party changes at once")
        .isEqualTo(204);

    ResponseEntity<JsonNode> confirmed =
        calls().post("coord-fr", address(stale) + "/confirm", Map.of());

    assertThat(confirmed.getStatusCode().value()).isEqualTo(409);
    assertThat(confirmed.getBody().path("detail").asText()).contains(ref);
    assertThat(commitment(ref).at("/leads/FR").asText()).isEqualTo("FR-ARM");
    assertThat(queue("coord-fr")).contains(ref);
    assertThat(post("coord-be", address(stale) + "/withdraw", Map.of())).isEqualTo(204);
  }

  @Test
  void coordinators3_aRequestGrantedByOnePartyWaitsForTheOther() {
    String ref = entered();
    assertThat(
            post(
                "be-ibz",
                "/api/commitments/" + ref + "/extend",
                with(Map.of("deadlineRule", "2029-06-29"))))
        .isEqualTo(204);
    assertThat(queue("coord-fr")).doesNotContain(ref);

    calls()
        .complete(
            "coord-be",
            itemOf(ref, "decideExtension"),
            Map.of("requestDecision", "GRANT", "decisionReason", "Le comité le demande aussi."));

    assertThat(commitment(ref).at("/deadlineRule").asText()).isEqualTo("S-30wd");
    assertThat(queue("coord-fr")).contains(ref);
    calls().confirmAll("coord-fr", ref);
    assertThat(commitment(ref).at("/deadlineRule").asText()).isEqualTo("2029-06-29");
  }

  @Test
  void coordinators3_aSeriesCanLeaveTheDecisionToOneParty() {
    RaceMeetings own = new RaceMeetings(parties, jdbc);
    try {
      String ref = entered(own.add(true));
      assertThat(ask(ref, "POST", "/extend", Map.of("deadlineRule", "2029-06-29"))).isEqualTo(204);
      assertThat(ask(ref, "POST", "/reassign", Map.of("ministry", "FR-JUS"))).isEqualTo(204);
      ask(ref, "PATCH", "", Map.of("accountable", "FR"));
      assertThat(commitment(ref).at("/deadlineRule").asText()).isEqualTo("2029-06-29");
      assertThat(commitment(ref).at("/leads/FR").asText()).isEqualTo("FR-JUS");
      assertThat(commitment(ref).at("/accountable").asText()).isEqualTo("FR");
      assertThat(ask(ref, "POST", "/withdraw", Map.of())).isEqualTo(204);
      assertThat(status(ref)).isEqualTo("WITHDRAWN");
      assertThat(queue("coord-fr")).doesNotContain(ref);
    } finally {
      own.end();
    }
  }

  private int ask(String ref, String method, String path, Map<String, Object> change) {
    Map<String, Object> body = with(change);
    if (method.equals("POST")) {
      return post("coord-be", "/api/commitments/" + ref + path, body);
    }
    body.put("version", commitment(ref).path("version").asInt());
    return calls().patch("coord-be", "/api/commitments/" + ref, body).getStatusCode().value();
  }

  private static Map<String, Object> with(Map<String, Object> change) {
    Map<String, Object> body = new LinkedHashMap<>(change);
    body.putAll(REASON);
    return body;
  }

  private JsonNode proposal(String ref) {
    for (JsonNode open : calls().get("coord-fr", "/api/proposals").getBody()) {
      if (open.path("ref").asText().equals(ref)) {
        return open;
      }
    }
    throw new AssertionError("no open proposal about " + ref);
  }

  private static String address(JsonNode proposal) {
    return "/api/proposals/" + proposal.path("id").asText();
  }

  private String itemOf(String ref, String step) {
    for (JsonNode item : commitment(ref).path("actionItems")) {
      if (item.path("step").asText().equals(step)) {
        return item.path("id").asText();
      }
    }
    throw new AssertionError("no item " + step + " of " + ref);
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
    return entered("DEF2018");
  }

  private String entered(String meeting) {
    return calls()
        .post(
            "coord-be",
            "/api/commitments",
            Map.of(
                "summit",
                meeting,
                "theme",
                0,
                "titles",
                titles(),
                "track",
                "OPERATIONAL_CAPABILITY",
                "leads",
                Map.of("BE", "BE-IBZ", "FR", "FR-INT"),
                "accountable",
                "BE",
                "deadlineRule",
                "S-30wd"))
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
