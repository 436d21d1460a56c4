package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A commitment from its entry to its completion over the API. */
abstract class CommitmentFollowUpTest extends ApplicationTest {

  @Test
  void focalPoints5_aCommitmentIsCarriedToItsEnd() {
    Calls calls = calls();
    Records records = records();
    String ref = "VD2023-2.07";
    assertThat(records.openItems(ref)).hasSize(2);

    for (String party : List.of("BE", "FR")) {
      String lead = calls.leadOf(ref, party);
      String team = "coord-" + party.toLowerCase(Locale.ROOT);
      calls.complete(lead, records.itemOf(ref, party), Map.of("takeChargeNote", "C’est parti"));
      calls.complete(lead, records.itemOf(ref, party), promising("2027-03-15"));
      assertThat(
              records.count(
                  """
                  select count(*) from action_item i join ACT_RU_TASK t on t.ID_ = i.id
                  where i.ref = :ref and i.ministry = '%s' and i.due_on = date '2027-03-15'
                    and cast(t.DUE_DATE_ as date) = i.due_on
                  """
                      .formatted(lead.toUpperCase(Locale.ROOT)),
                  ref))
          .as("the item comes back on the promised day")
          .isEqualTo(1);
      while (!records.stepOf(ref, party).equals("validate")) {
        calls.complete(lead, records.itemOf(ref, party), report("DONE"));
      }
      calls.complete(
          team,
          records.itemOf(ref, party),
          Map.of("decision", "SEND_BACK", "validationNote", "Il manque un chiffre."));
      calls.complete(lead, records.itemOf(ref, party), report("DONE"));
      calls.complete(team, records.itemOf(ref, party), Map.of("decision", "FULFILLED"));
    }

    JsonNode commitment = calls.get("coord-be", "/api/commitments/" + ref).getBody();
    assertThat(commitment.path("status").asText()).isEqualTo("FULFILLED");
    assertThat(Calls.texts(commitment.path("reports"), "status")).contains("AT_RISK", "DONE");
    assertThat(Calls.texts(commitment.path("changes"), "what"))
        .contains("ENTERED", "TAKEN_IN_CHARGE", "REPORTED", "SENT_BACK", "VALIDATED", "FULFILLED");
    assertThat(records.openItems(ref)).isEmpty();
    assertThat(
            records.count("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = :ref", ref))
        .isZero();
  }

  /** The date of the action item moves, not that of its commitment. */
  @Test
  void focalPoints11_moreTimeForOneActionItemMovesItOnceItIsGranted() {
    Map<String, Object> wanted =
        Map.of(
            "summit",
            "DEF2018",
            "theme",
            0,
            "titles",
            Map.of("fr", "Partager un pas de tir", "nl", "Een schietbaan delen"),
            "track",
            "OPERATIONAL_CAPABILITY",
            "leads",
            Map.of("BE", "BE-DEF", "FR", "FR-ARM"),
            "accountable",
            "BE",
            "deadlineRule",
            "2027-06-15");
    String ref =
        calls().post("coord-be", "/api/commitments", wanted).getBody().path("ref").asText();
    String item = records().itemOf(ref, "BE");
    List<String> before = records().openItems(ref);
    Map<String, String> later =
        Map.of("dueOn", "2027-06-01", "reason", "L’équipe est en mission jusqu’en mai.");

    assertThat(
            calls().post("be-def", "/api/action-items/" + item + "/extend", later).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(dueOnTheFirstOfJune(item)).as("until it is granted").isZero();
    String decision =
        records().openItems(ref).stream()
            .filter(id -> !before.contains(id))
            .findFirst()
            .orElseThrow();
    calls()
        .complete(
            "coord-be",
            decision,
            Map.of("requestDecision", "GRANT", "decisionReason", "C’est accordé."));

    assertThat(dueOnTheFirstOfJune(item)).as("in the register and in the engine").isOne();
    assertThat(calls().get("coord-be", "/api/commitments/" + ref).getBody().path("dueOn").asText())
        .isEqualTo("2027-06-15");
  }

  private long dueOnTheFirstOfJune(String item) {
    return records()
        .count(
            """
            select count(*) from action_item i join ACT_RU_TASK t on t.ID_ = i.id
            where i.id = :ref and i.due_on = date '2027-06-01'
              and cast(t.DUE_DATE_ as date) = i.due_on
            """,
            item);
  }

  private static Map<String, Object> promising(String day) {
    return Map.of(
        "progressStatus", "AT_RISK", "progressText", "Un avis est attendu.", "nextOn", day);
  }

  private static Map<String, Object> report(String status) {
    return Map.of("progressStatus", status, "progressText", "Les patrouilles ont lieu.");
  }

  @Test
  void whatWasAgreedElsewhereIsEnteredAndStarted() {
    Map<String, Object> wanted =
        Map.of(
            "summit",
            "DEF2018",
            "theme",
            0,
            "titles",
            Map.of("fr", "Partager un terrain d’exercice", "nl", "Een oefenterrein delen"),
            "track",
            "OPERATIONAL_CAPABILITY",
            "leads",
            Map.of("BE", "BE-DEF", "FR", "FR-ARM"),
            "accountable",
            "FR",
            "associated",
            List.of("BE-IBZ"),
            "deadlineRule",
            "S-30wd");

    var entered = calls().post("coord-be", "/api/commitments", wanted);

    assertThat(entered.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    String ref = entered.getBody().path("ref").asText();
    assertThat(ref).startsWith("DEF2018-0.");
    assertThat(records().openItems(ref)).hasSize(2);
    assertThat(calls().post("coord-be", "/api/commitments", wanted).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(calls().post("be-def", "/api/commitments", wanted).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(calls().post("coord-be", "/api/commitments", Map.of("summit", "DEF2018")))
        .satisfies(
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
  }

  @Test
  void theReadModelAgreesWithTheEngine() {
    assertThat(
            records()
                .count(
                    """
                    select
                      (select count(*) from ACT_RU_TASK t where not exists
                        (select 1 from action_item i where i.id = t.ID_ and i.status = 'OPEN'))
                      +
                      (select count(*) from action_item i where i.status = 'OPEN' and not exists
                        (select 1 from ACT_RU_TASK t where t.ID_ = i.id))
                    """))
        .isZero();
  }
}
