package eu.jalon.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.actionitem.ActionItems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The whole way over HTTP, with the sample register; once on each database. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"springdoc.api-docs.enabled=true", "springdoc.api-docs.path=/api/docs/code"})
@Import(OpenApiConfiguration.class)
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
abstract class WholeApplicationTest implements Declarations, RefusedInput, EngineDoors {

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems actionItems;

  @Override
  public Calls calls() {
    return new Calls(http);
  }

  @Override
  public Records records() {
    return new Records(jdbc, actionItems);
  }

  @Test
  void theSampleShowsWhatIsOverdue() {
    JsonNode overdue = calls().get("coord-be", "/api/action-items?overdue=true").getBody();

    assertThat(overdue.path("total").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(overdue.path("items"))
        .allSatisfy(item -> assertThat(item.path("overdueDays").asInt()).isPositive());
  }

  @Test
  void theSampleHoldsEveryStepOfTheDeclarationOf2023() {
    JsonNode page = calls().get("coord-fr", "/api/commitments?summit=VD2023&size=200").getBody();

    assertThat(page.path("total").asInt()).isEqualTo(51);
    assertThat(page.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("leads").path("BE").asText()).startsWith("BE-");
              assertThat(item.path("leads").path("FR").asText()).startsWith("FR-");
            });
  }

  @Test
  void aFocalPointSeesHisMinistryOnly() {
    JsonNode mine = calls().get("be-ibz", "/api/action-items?size=200").getBody();

    assertThat(mine.path("total").asInt()).isPositive();
    assertThat(mine.path("items"))
        .allSatisfy(item -> assertThat(item.path("ministry").asText()).isEqualTo("BE-IBZ"));
    assertThat(calls().get("be-ibz", "/api/people").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(calls().get("admin", "/api/commitments").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void aCommitmentIsCarriedToItsEnd() {
    Calls calls = calls();
    Records records = records();
    String ref = "VD2023-2.07";
    assertThat(records.openItems(ref)).hasSize(2);

    for (String country : List.of("BE", "FR")) {
      String lead = calls.leadOf(ref, country);
      String team = "coord-" + country.toLowerCase(Locale.ROOT);
      calls.complete(lead, records.itemOf(ref, country), Map.of("takeChargeNote", "C’est parti"));
      calls.complete(lead, records.itemOf(ref, country), report("AT_RISK"));
      while (!records.stepOf(ref, country).equals("validate")) {
        calls.complete(lead, records.itemOf(ref, country), report("DONE"));
      }
      calls.complete(
          team,
          records.itemOf(ref, country),
          Map.of("decision", "SEND_BACK", "validationNote", "Il manque un chiffre."));
      calls.complete(lead, records.itemOf(ref, country), report("DONE"));
      calls.complete(team, records.itemOf(ref, country), Map.of("decision", "FULFILLED"));
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

  private static Map<String, Object> report(String status) {
    return Map.of("progressStatus", status, "progressText", "Les patrouilles ont lieu.");
  }

  @Test
  void whatWasAgreedElsewhereIsEnteredAndStarted() {
    Map<String, Object> wanted =
        Map.of(
            "summit", "DEF2018",
            "theme", 0,
            "title", "Partager un terrain d’exercice",
            "titleNl", "Een oefenterrein delen",
            "track", "OPERATIONAL_CAPABILITY",
            "leads", Map.of("BE", "BE-DEF", "FR", "FR-ARM"),
            "accountable", "FR",
            "associated", List.of("BE-IBZ"),
            "deadlineRule", "S-30wd");

    var entered = calls().post("coord-be", "/api/commitments", wanted);

    assertThat(entered.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    String ref = entered.getBody().path("ref").asText();
    assertThat(ref).isEqualTo("DEF2018-0.02");
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
    Map<String, String> entry =
        Map.of("id", "VD2031", "nameFr", "Val Duchesse 2031", "date", "2031-05-06");
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

  /** Written anew with {@code -Djalon.openapi.write}. */
  @Test
  void aLetterThatCameBackSaysSo() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into letter
              (id, person_id, to_address, on_date, kind, language, status, subject, message_id,
               queued_at, next_attempt_at, bounced_at, bounce)
            values (:id, 'be-ibz', 'be-ibz@example.org', date '2027-03-01', 'DIGEST', 'fr', 'SENT',
               'Objet', 'm', current_timestamp, current_timestamp, current_timestamp, :bounce)
            """)
        .param("id", id)
        .param("bounce", "5.1.1 <nobody>")
        .update();

    assertThat(calls().page("coord-be", "/letters/" + id))
        .contains("5.1.1 &lt;nobody&gt;")
        .containsAnyOf("Échec ou retard de remise", "Bezorging mislukt of vertraagd");
    assertThat(calls().get("coord-be", "/api/letters/" + id).getBody().path("bounce").asText())
        .isEqualTo("5.1.1 <nobody>");
  }

  @Test
  void theContractInTheRepositoryIsTheContractOfTheCode() throws IOException {
    JsonNode code = calls().get("coord-be", "/api/docs/code").getBody();
    if (System.getProperty("jalon.openapi.write") != null) {
      Path file = Path.of("src/main/resources/static/api/openapi.json");
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), code);
    }

    assertThat(calls().get("coord-be", "/api/openapi.json").getBody()).isEqualTo(code);
    assertThat(code.path("paths").has("/api/declarations/{id}/launch")).isTrue();
  }
}
