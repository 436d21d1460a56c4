package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.jalon.DemoOnH2;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sample register holds, and what each account sees of it. */
@DemoOnH2
class SampleRegisterTest extends ApplicationTest {

  @Autowired private JdbcClient jdbc;

  @Test
  void theSampleShowsWhatIsOverdue() {
    JsonNode overdue = calls().get("coord-be", "/api/action-items?overdue=true").getBody();

    assertThat(overdue.path("total").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(overdue.path("items"))
        .allSatisfy(item -> assertThat(item.path("overdueDays").asInt()).isPositive());
  }

  @Test
  void theSampleHoldsEveryStepOfTheDeclarationOf2023() throws IOException {
    JsonNode page = calls().get("coord-fr", "/api/commitments?summit=VD2023&size=200").getBody();
    List<String> shown = new ArrayList<>();
    page.path("items").forEach(item -> shown.add(item.path("ref").asText()));

    assertThat(refsOfTheSample("VD2023")).hasSize(51);
    assertThat(shown).containsAll(refsOfTheSample("VD2023"));
    assertThat(page.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("leads").path("BE").asText()).startsWith("BE-");
              assertThat(item.path("leads").path("FR").asText()).startsWith("FR-");
            });
  }

  @Test
  void registerAndEngineDateTheHistoryWhenItHappened() {
    JsonNode commitment = calls().get("coord-be", "/api/commitments/VD2023-2.03").getBody();
    assertThat(Calls.texts(commitment.path("changes"), "at"))
        .anyMatch(at -> at.startsWith("2023-05-22"))
        .anyMatch(at -> at.startsWith("2023-06-20"))
        .allMatch(at -> at.compareTo("2027-03-01T06:05") < 0);
    assertThat(
            records()
                .count(
                    """
                    select count(*) from ACT_HI_TASKINST t join action_item i on i.id = t.ID_
                    where i.ref = :ref and t.END_TIME_ < timestamp '2023-07-01 00:00:00'
                      and i.closed_at between t.END_TIME_ - interval '5' second
                                          and t.END_TIME_ + interval '5' second
                    """,
                    "VD2023-2.03"))
        .isEqualTo(2);
  }

  @Test
  void noTimerOfTheHistoryIsStillToRun() {
    assertThat(
            records()
                .count(
                    "select count(*) from ACT_RU_JOB where DUEDATE_ < timestamp '2027-03-01"
                        + " 06:05:00'"))
        .isZero();
  }

  @Test
  void dueDatesAreSpreadOverTheMonthsToTheNextSummit() {
    long open = itemsOfTheSample("2100-01-01");
    long soon = itemsOfTheSample("2027-03-16");

    assertThat(open).isGreaterThan(60);
    assertThat(soon).isBetween(10L, open / 2);
  }

  /** The open items due before a day, without those that other tests of the application enter. */
  private long itemsOfTheSample(String dueBefore) {
    return jdbc.sql(
            """
            select count(*) from action_item
            where status = 'OPEN' and created_at < timestamp '2027-03-01 00:00:00'
              and due_on < cast(:before as date)
            """)
        .param("before", dueBefore)
        .query(Long.class)
        .single();
  }

  @Test
  void thePeopleAreThereBeforeWhatTheyAreToldOf() {
    assertThat(
            jdbc.sql(
                    """
                    select id from person
                    where id in ('be-ibz', 'coord-fr', 'coord-de')
                      and placed_at < timestamp '2027-02-01 00:00:00'
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("be-ibz", "coord-fr", "coord-de");
  }

  @Test
  void emailsWereSentAndOneCameBack() {
    JsonNode emails = calls().get("coord-fr", "/api/emails?size=100").getBody().path("items");

    assertThat(Calls.texts(emails, "status")).contains("SENT", "BOUNCED");
    assertThat(Calls.texts(emails, "on")).allMatch(on -> on.compareTo("2027-03-01") <= 0);
  }

  @ParameterizedTest
  @CsvSource({"coord-be, BE-PM", "coord-fr, FR-PM"})
  void requestsAndValidationsWaitForTheCoordinators(String person, String team) {
    JsonNode items =
        calls().get(person, "/api/action-items?ministry=" + team).getBody().path("items");

    assertThat(Calls.texts(items, "step")).contains("decideExtension", "validate");
  }

  @Test
  void theExampleOfThreePartiesHasCommitmentsInDifferentStates() {
    JsonNode page = calls().get("coord-dk", "/api/commitments").getBody().path("items");
    assertThat(Calls.texts(page, "ref"))
        .containsExactly("EX2025-1.01", "EX2025-1.02", "EX2025-1.03", "EX2025-2.01");
    assertThat(Calls.texts(page, "status"))
        .containsExactly("IN_PROGRESS", "FULFILLED", "IN_PROGRESS", "IN_PROGRESS");
    assertThat(Calls.texts(page, "health")).startsWith("SILENT").endsWith("AT_RISK", "ON_TRACK");
    assertThat(page)
        .allSatisfy(item -> assertThat(item.path("leads").fieldNames()).toIterable().hasSize(3));
    assertThat(page.get(2).path("overdueDays").asInt()).isPositive();

    JsonNode first = calls().get("coord-dk", "/api/commitments/EX2025-1.01").getBody();
    assertThat(Calls.texts(first.path("changes"), "what"))
        .filteredOn("TAKEN_IN_CHARGE"::equals)
        .hasSize(2);
  }

  @Test
  void theExampleShowsNothingOfValDuchesseNorTheOtherWayRound() {
    List<String> pages =
        List.of(
            "/",
            "/overdue",
            "/commitments",
            "/action-items",
            "/proposals",
            "/report",
            "/report/evaluation",
            "/summits",
            "/emails",
            "/forecast",
            "/declarations",
            "/people",
            "/commitments/new");
    for (String page : pages) {
      assertThat(calls().page("coord-be", page))
          .as(page)
          .contains("BE")
          .doesNotContain("EX2025", "EX2027", "DE-TRA", "IT-FIN", "Danemark", "coord-dk");
      assertThat(calls().page("coord-de", page))
          .as(page)
          .doesNotContain("VD2023", "VD2027", "BE-IBZ", "FR-INT", "Belgien", "Val Duchesse");
    }
  }

  private static List<String> refsOfTheSample(String meeting) throws IOException {
    List<String> refs = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(
            SampleRegisterTest.class.getResourceAsStream("/sample/register.yaml"))) {
      new YAMLMapper()
          .readTree(file)
          .path("commitments")
          .forEach(commitment -> refs.add(commitment.path("ref").asText()));
    }
    return refs.stream().filter(ref -> ref.startsWith(meeting + "-")).toList();
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
}
