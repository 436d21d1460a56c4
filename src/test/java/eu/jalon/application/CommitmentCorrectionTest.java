package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** Everything about a commitment that its coordinations can correct after launch. */
abstract class CommitmentCorrectionTest extends ApplicationTest {

  private static final String REASON = "Le texte adopté le dit autrement.";

  @Test
  void coordinators6_textsAreCorrectedInEachLanguageWithTheirFormerValues() {
    String ref = entered("VD2023", 3);
    Map<String, Object> change =
        Map.of(
            "titles", Map.of("nl", "Gezamenlijke patrouilles invoeren"),
            "summaries", Map.of("fr", "Deux par mois, à tour de rôle.", "nl", "Twee per maand."));

    ResponseEntity<JsonNode> tried = correct("coord-be", ref, with(change, "dryRun", true));
    assertThat(tried.getStatusCode().value()).as("%s", tried.getBody()).isEqualTo(200);
    assertThat(Calls.texts(tried.getBody().path("changes"), "what"))
        .containsExactly("TITLE", "SUMMARY", "SUMMARY");
    assertThat(commitment(ref).path("titles").path("nl").asText()).isEqualTo("Een stap meer");

    ResponseEntity<JsonNode> done = correct("coord-be", ref, change);
    assertThat(done.getStatusCode().value()).isEqualTo(200);
    assertThat(done.getBody().path("changes")).hasSize(3);
    JsonNode now = commitment(ref);
    assertThat(now.path("titles").path("nl").asText())
        .isEqualTo("Gezamenlijke patrouilles invoeren");
    assertThat(now.path("summaries").path("fr").asText())
        .isEqualTo("Deux par mois, à tour de rôle.");
    JsonNode title = change(now, "TITLE");
    assertThat(title.path("from").asText()).isEqualTo("Een stap meer");
    assertThat(title.path("reason").asText()).isEqualTo(REASON);
    assertThat(title.path("by").asText()).isEqualTo("coord-be");
    assertThat(found("Gezamenlijke patrouilles")).contains(ref);

    assertThat(correct("coord-be", ref, change).getStatusCode().value()).isEqualTo(409);
    assertThat(correct("coord-be", ref, Map.of("titles", Map.of("nl", ""))).getStatusCode().value())
        .as("a title in a language of the series cannot be removed")
        .isEqualTo(400);
    assertThat(
            correct("coord-be", ref, Map.of("summaries", Map.of("fr", ""))).getStatusCode().value())
        .isEqualTo(200);
    assertThat(commitment(ref).path("summaries").has("fr")).isFalse();
  }

  @Test
  void coordinators7_aCorrectionOverAnotherVersionIsRefused() {
    String ref = entered("VD2023", 3);
    Map<String, Object> change = new HashMap<>(Map.of("titles", Map.of("fr", "Un autre titre")));
    change.put("version", commitment(ref).path("version").asInt());
    assertThat(correct("coord-be", ref, change).getStatusCode().value()).isEqualTo(200);
    change.put("titles", Map.of("fr", "Un troisième titre"));

    assertThat(correct("coord-fr", ref, change).getStatusCode().value()).isEqualTo(409);
    assertThat(
            calls()
                .patch(
                    "coord-be",
                    "/api/commitments/" + ref,
                    Map.of("titles", Map.of("fr", "X"), "version", 0, "reason", "court"))
                .getStatusCode()
                .value())
        .as("the reason is checked before the version")
        .isEqualTo(400);
  }

  @Test
  void coordinators6_aCommitmentMovesToAnotherThemeUnderItsReference() {
    String ref = entered("VD2023", 3);

    assertThat(correct("coord-fr", ref, Map.of("theme", 2)).getStatusCode().value()).isEqualTo(200);

    assertThat(commitment(ref).path("theme").path("number").asInt()).isEqualTo(2);
    String next = entered("VD2023", 3);
    assertThat(next).as("its reference is not given twice").isNotEqualTo(ref);
    assertThat(entered("VD2023", 2)).startsWith("VD2023-2.");
    assertThat(correct("coord-be", ref, Map.of("theme", 49)).getStatusCode().value())
        .isEqualTo(404);
  }

  @Test
  void coordinators6_anotherTrackMovesTheProcessToItsFirstStepAndItGoesOnToItsEnd() {
    String ref = entered("DEF2018", 0);
    complete(ref, "BE", Map.of("takeChargeNote", "Vu."));
    complete(ref, "FR", Map.of("takeChargeNote", "Vu."));
    assertThat(records().stepOf(ref, "BE")).isEqualTo("scope");
    assertThat(records().stepOf(ref, "FR")).isEqualTo("contribution");

    JsonNode tried =
        correct("coord-be", ref, Map.of("track", "LEGAL_INSTRUMENT", "dryRun", true)).getBody();
    assertThat(Calls.texts(tried.path("items"), "change"))
        .containsExactlyInAnyOrder("DROPPED", "DROPPED", "OPENED", "OPENED");
    assertThat(Calls.texts(tried.path("items"), "step"))
        .containsExactlyInAnyOrder("scope", "contribution", "mandate", "approvalChoice");
    assertThat(records().stepOf(ref, "BE")).as("a dry run keeps nothing").isEqualTo("scope");

    correct("coord-be", ref, Map.of("track", "LEGAL_INSTRUMENT"));
    assertThat(records().stepOf(ref, "BE")).isEqualTo("mandate");
    assertThat(records().stepOf(ref, "FR")).isEqualTo("approvalChoice");
    assertOneProcess(ref);

    fulfil(ref);
    assertThat(commitment(ref).path("status").asText()).isEqualTo("FULFILLED");
    assertThat(correct("coord-be", ref, Map.of("track", "JOINT_POSITION")).getStatusCode().value())
        .as("the work of a closed commitment stays")
        .isEqualTo(409);
    assertThat(
            correct("coord-be", ref, Map.of("titles", Map.of("fr", "Titre corrigé")))
                .getStatusCode()
                .value())
        .isEqualTo(200);
  }

  @Test
  void coordinators6_thePartyThatBecomesAccountableTakesOverTheStep() {
    String ref = entered("DEF2018", 0);
    complete(ref, "BE", Map.of("takeChargeNote", "Vu."));
    complete(ref, "FR", Map.of("takeChargeNote", "Vu."));
    complete(ref, "BE", report());
    assertThat(records().stepOf(ref, "BE")).isEqualTo("legalBasis");

    ResponseEntity<JsonNode> done = correct("coord-be", ref, Map.of("accountable", "FR"));

    assertThat(done.getStatusCode().value()).isEqualTo(200);
    assertThat(Calls.texts(done.getBody().path("changes"), "what")).containsExactly("PROPOSED");
    calls().confirmAll("coord-fr", ref);
    assertThat(commitment(ref).path("accountable").asText()).isEqualTo("FR");
    assertThat(records().stepOf(ref, "FR")).isEqualTo("legalBasis");
    assertThat(records().stepOf(ref, "BE")).isEqualTo("contribution");
    assertOneProcess(ref);
    fulfil(ref);
    assertThat(commitment(ref).path("status").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void coordinators6_leadsAndAssociatedMinistriesAreCorrectedByTheirOwnCoordination() {
    String ref = entered("DEF2018", 0);

    assertThat(
            correct(
                    "coord-be",
                    ref,
                    Map.of("titles", Map.of("fr", "Titre"), "leads", Map.of("FR", "FR-JUS")))
                .getStatusCode()
                .value())
        .isEqualTo(200);
    assertThat(commitment(ref).path("titles").path("fr").asText()).isEqualTo("Titre");
    assertThat(commitment(ref).path("leads").path("FR").asText())
        .as("proposed to France only")
        .isEqualTo("FR-INT");
    assertThat(
            correct(
                    "coord-be",
                    ref,
                    Map.of(
                        "leads", Map.of("BE", "BE-MOB"), "associated", List.of("BE-IBZ", "FR-JUS")))
                .getStatusCode()
                .value())
        .isEqualTo(200);

    JsonNode now = commitment(ref);
    assertThat(now.path("leads").path("BE").asText()).isEqualTo("BE-MOB");
    assertThat(now.path("associated")).hasSize(2);
    assertThat(change(now, "REASSIGNED").path("from").asText()).isEqualTo("BE-IBZ");
    complete(ref, "BE", Map.of("takeChargeNote", "Vu."));
    assertThat(records().stepOf(ref, "BE")).isEqualTo("scope");
    assertThat(
            correct("coord-be", ref, Map.of("associated", List.of("BE-XXX")))
                .getStatusCode()
                .value())
        .isEqualTo(400);
  }

  @Test
  void coordinators8_aDeadlineRuleIsReplacedAndComesBack() {
    String ref = entered("DEF2018", 0);
    String dueOn = commitment(ref).path("dueOn").asText();

    correct("coord-be", ref, Map.of("deadlineRule", "2027-06-15"));
    assertThat(commitment(ref).path("dueOn").asText()).isEqualTo("2027-06-15");
    correct("coord-fr", ref, Map.of("deadlineRule", "S-30wd"));

    JsonNode now = commitment(ref);
    assertThat(now.path("deadlineRule").asText()).isEqualTo("S-30wd");
    assertThat(now.path("dueOn").asText()).isEqualTo(dueOn);
    assertThat(change(now, "DEADLINE_RULE").path("from").asText()).isEqualTo("2027-06-15");
    assertThat(
            correct("coord-be", ref, Map.of("deadlineRule", "2026-01-15")).getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  void coordinators3_publicReports12_aWithdrawnCommitmentIsReopenedWhereItWas() {
    String ref = entered("DEF2018", 0);
    complete(ref, "BE", Map.of("takeChargeNote", "Vu."));
    complete(ref, "BE", report());
    fulfil(ref, "FR");
    assertThat(records().stepOf(ref, "BE")).isEqualTo("legalBasis");
    assertThat(reopen("coord-be", ref, false).getStatusCode().value()).isEqualTo(409);
    withdraw(ref);
    assertThat(records().openItems(ref)).isEmpty();

    JsonNode tried = reopen("coord-fr", ref, true).getBody();
    assertThat(Calls.texts(tried.path("items"), "step")).containsExactly("legalBasis");
    assertThat(records().openItems(ref)).as("a dry run keeps nothing").isEmpty();
    assertThat(reopen("coord-fr", ref, false).getStatusCode().value()).isEqualTo(200);

    JsonNode now = commitment(ref);
    assertThat(now.path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(now.path("reports").size()).as("reports are kept").isPositive();
    assertThat(change(now, "REOPENED").path("from").asText()).isEqualTo("WITHDRAWN");
    assertThat(records().openItems(ref)).hasSize(1);
    assertThat(records().stepOf(ref, "BE")).isEqualTo("legalBasis");
    assertOneProcess(ref);
    assertThat(reopen("coord-be", ref, false).getStatusCode().value()).isEqualTo(409);
    fulfil(ref, "BE");
    assertThat(commitment(ref).path("status").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void coordinators3_publicReports12_aFulfilledCommitmentIsReopenedForAnotherFinalEvaluation() {
    String ref = entered("DEF2018", 0);
    fulfil(ref);
    assertThat(commitment(ref).path("status").asText()).isEqualTo("FULFILLED");

    assertThat(reopen("coord-be", ref, false).getStatusCode().value()).isEqualTo(200);

    assertThat(records().stepOf(ref, "BE")).isEqualTo("finalEvaluation");
    assertThat(records().stepOf(ref, "FR")).isEqualTo("finalEvaluation");
    fulfil(ref);
    assertThat(commitment(ref).path("status").asText()).isEqualTo("FULFILLED");
    assertThat(
            calls()
                .post("coord-be", "/api/commitments/" + ref + "/reopen", Map.of("reason", "court"))
                .getStatusCode()
                .value())
        .isEqualTo(400);
  }

  private void withdraw(String ref) {
    ResponseEntity<JsonNode> proposed =
        calls().post("coord-be", "/api/commitments/" + ref + "/withdraw", Map.of("reason", REASON));
    assertThat(proposed.getStatusCode().value()).as("%s", proposed.getBody()).isEqualTo(202);
    String proposal = "/api/proposals/" + proposed.getBody().path("id").asText();
    assertThat(calls().post("coord-fr", proposal + "/confirm", Map.of()).getStatusCode().value())
        .isEqualTo(204);
  }

  private ResponseEntity<JsonNode> reopen(String who, String ref, boolean dryRun) {
    return calls()
        .post(
            who,
            "/api/commitments/" + ref + "/reopen",
            Map.of("reason", "Les deux parties y tiennent.", "dryRun", dryRun));
  }

  private void fulfil(String ref) {
    fulfil(ref, "BE", "FR");
  }

  private void fulfil(String ref, String... parties) {
    for (String party : parties) {
      String team = party.equals("BE") ? "coord-be" : "coord-fr";
      while (!records().stepOf(ref, party).equals("validate")) {
        complete(
            ref,
            party,
            switch (records().stepOf(ref, party)) {
              case "takeCharge" -> Map.of("takeChargeNote", "Vu.");
              case "approvalChoice" -> Map.of("approvalNeeded", "YES");
              default -> report();
            });
      }
      calls().complete(team, records().itemOf(ref, party), Map.of("decision", "FULFILLED"));
    }
  }

  private void complete(String ref, String party, Map<String, Object> fields) {
    calls().complete(calls().leadOf(ref, party), records().itemOf(ref, party), fields);
  }

  private static Map<String, Object> report() {
    return Map.of("progressStatus", "DONE", "progressText", "C’est fait, comme convenu.");
  }

  private void assertOneProcess(String ref) {
    assertThat(
            records()
                .count(
                    """
                    select count(*) from ACT_RU_EXECUTION
                    where BUSINESS_KEY_ = :ref and PARENT_ID_ is null and SUPER_EXEC_ is null
                    """,
                    ref))
        .isOne();
    assertThat(
            records()
                .count(
                    """
                    select count(*) from action_item i
                    where i.ref = :ref and i.status = 'OPEN'
                      and not exists (select 1 from ACT_RU_TASK t where t.ID_ = i.id)
                    """,
                    ref))
        .isZero();
  }

  private ResponseEntity<JsonNode> correct(String who, String ref, Map<String, Object> change) {
    Map<String, Object> body = new HashMap<>(change);
    body.putIfAbsent("version", commitment(ref).path("version").asInt());
    body.put("reason", REASON);
    return calls().patch(who, "/api/commitments/" + ref, body);
  }

  private static Map<String, Object> with(Map<String, Object> change, String field, Object value) {
    Map<String, Object> more = new HashMap<>(change);
    more.put(field, value);
    return more;
  }

  private JsonNode commitment(String ref) {
    return calls().get("coord-be", "/api/commitments/" + ref).getBody();
  }

  private List<String> found(String words) {
    return Calls.texts(
        calls().get("coord-be", "/api/commitments?q=" + words).getBody().path("items"), "ref");
  }

  /** The last change of a type. */
  private static JsonNode change(JsonNode commitment, String what) {
    JsonNode last = null;
    for (JsonNode change : commitment.path("changes")) {
      if (change.path("what").asText().equals(what)) {
        last = change;
      }
    }
    assertThat(last).as(what).isNotNull();
    return last;
  }

  private String entered(String meeting, int theme) {
    JsonNode entered =
        calls()
            .post(
                "coord-be",
                "/api/commitments",
                Map.of(
                    "summit",
                    meeting,
                    "theme",
                    theme,
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
            .getBody();
    assertThat(entered.path("ref").asText()).as("%s", entered).isNotBlank();
    return entered.path("ref").asText();
  }

  /** A French title, by which equal titles are told, before the Dutch one. */
  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("fr", "Une étape " + UUID.randomUUID());
    titles.put("nl", "Een stap meer");
    return titles;
  }
}
