package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Rights on the reminder pages, and their effects. */
@DemoOnH2
class ReminderPagesTest {

  private static final String REF = "VD2023-2.06";
  private static final String REASON = "Le comité se réunit plus tard.";

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;
  private PagesFixture pages;
  private String item;

  @BeforeEach
  void open() {
    pages = new PagesFixture(mvc, jdbc, items);
    item = pages.item(REF, "BE");
  }

  private String path(String pattern) {
    return pattern.replace("ITEM", item);
  }

  @ParameterizedTest
  @CsvSource({
    "/reminder-policy, 200, 200, 200, 200, 200",
    "/forecast, 200, 200, 403, 403, 403",
    "/forecast?until=2027-05-01, 200, 200, 403, 403, 403",
    "/tasks/ITEM/answer, 200, 200, 200, 404, 403",
    "/tasks/ITEM/reminders, 200, 200, 200, 404, 403",
    "/tasks/ITEM/reminders?on=2027-04-01, 200, 200, 200, 404, 403",
    "/tasks/ITEM/reminders?on=1899-04-01, 400, 400, 400, 404, 403",
    "/emails/settings, 200, 200, 200, 200, 403",
    "/people, 200, 200, 403, 403, 200",
    "/people/be-ibz/absences, 200, 403, 403, 403, 200",
    "/people/nobody/absences, 404, 404, 403, 403, 404",
    "/people/admin/absences, 404, 404, 403, 403, 404"
  })
  void eachSeesWhatIsHisToSee(
      String pattern, int coordBe, int coordFr, int beIbz, int frArm, int admin) throws Exception {
    String path = path(pattern);

    assertThat(
            List.of(
                pages.status("coord-be", path),
                pages.status("coord-fr", path),
                pages.status("be-ibz", path),
                pages.status("fr-arm", path),
                pages.status("admin", path)))
        .as(path)
        .containsExactly(coordBe, coordFr, beIbz, frArm, admin);
    assertThat(pages.anonymous(path)).endsWith("/login");
  }

  @Test
  void toLookChangesNothing() throws Exception {
    List<Long> before = pages.rows();

    for (String who : List.of("coord-be", "be-ibz")) {
      for (String path :
          List.of(
              "/",
              "/reminder-policy",
              "/forecast",
              "/tasks/ITEM/answer",
              "/tasks/ITEM/reminders",
              "/emails/settings",
              "/people/be-ibz/absences",
              "/commitments/" + REF,
              "/tasks/ITEM/on-it?until=2027-03-03",
              "/tasks/ITEM/more-time?deadline=2027-09-01&reason=" + "x".repeat(20),
              "/tasks/ITEM/not-ours?ministry=BE-JUS&reason=" + "x".repeat(20),
              "/emails/settings?hour=9&weekdays=MONDAY",
              "/emails/absences?from=2027-03-03&until=2027-03-04",
              "/people/be-ibz/address-works",
              "/commitments/" + REF + "/priority?priority=HIGH&reason=" + "x".repeat(20))) {
        pages.status(who, path(path));
      }
    }

    assertThat(pages.rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tasks/ITEM/on-it",
        "/tasks/ITEM/resume",
        "/tasks/ITEM/more-time",
        "/tasks/ITEM/not-ours",
        "/commitments/VD2023-2.06/requests/1/withdraw",
        "/tasks/ITEM/assign",
        "/tasks/ITEM/release",
        "/emails/settings",
        "/emails/absences",
        "/emails/absences/1/remove",
        "/people/be-ibz/absences",
        "/people/be-ibz/absences/1/remove",
        "/people/be-ibz/address-works",
        "/people/ministries/BE-IBZ/address-works",
        "/commitments/VD2023-2.06/priority"
      })
  void noActIsDoneWithoutAToken(String pattern) throws Exception {
    assertThat(pages.postedWithoutToken("coord-be", path(pattern))).isEqualTo(403);
  }

  @Test
  void someoneElsesItemIsNotAnswered() throws Exception {
    List<Long> before = pages.rows();
    Map<String, String> until = Map.of("until", "2027-03-03");
    Map<String, String> later = Map.of("deadline", "2027-09-01", "reason", REASON);
    Map<String, String> other = Map.of("ministry", "BE-JUS", "reason", REASON);

    assertThat(pages.posted("fr-arm", path("/tasks/ITEM/on-it"), until)).isEqualTo(404);
    assertThat(pages.posted("fr-arm", path("/tasks/ITEM/more-time"), later)).isEqualTo(404);
    assertThat(pages.posted("fr-arm", path("/tasks/ITEM/not-ours"), other)).isEqualTo(404);
    assertThat(pages.posted("admin", path("/tasks/ITEM/on-it"), until)).isEqualTo(403);
    assertThat(pages.answered("fr-int", path("/tasks/ITEM/on-it"), until))
        .contains("role=\"alert\"");
    assertThat(pages.answered("fr-int", path("/tasks/ITEM/not-ours"), other))
        .contains("role=\"alert\"");
    assertThat(pages.rows()).isEqualTo(before);
  }

  @Test
  void aRefusedAnswerKeepsWhatWasTyped() throws Exception {
    String early =
        pages.answered("be-ibz", path("/tasks/ITEM/on-it"), Map.of("until", "2027-02-01"));
    String notADay =
        pages.answered("be-ibz", path("/tasks/ITEM/on-it"), Map.of("until", "2027-02-30"));
    String past =
        pages.answered(
            "be-ibz",
            path("/tasks/ITEM/more-time"),
            Map.of("deadline", "2026-12-01", "reason", REASON));

    assertThat(early).contains("role=\"alert\"", "value=\"2027-02-01\"");
    assertThat(notADay).contains("role=\"alert\"", "2027-02-30");
    assertThat(past).contains("role=\"alert\"", "value=\"2026-12-01\"", REASON);
  }

  @Test
  void anAnswerSaysWhatHappensNext() throws Exception {
    String mine = pages.item("VD2023-2.05", "BE");

    assertThat(pages.answered("be-ibz", "/tasks/" + mine + "/on-it", Map.of("until", "2027-03-05")))
        .contains("role=\"status\"", "vendredi 5 mars 2027");
    assertThat(
            pages.answered(
                "be-ibz",
                "/tasks/" + mine + "/more-time",
                Map.of("deadline", "2027-09-01", "reason", REASON)))
        .contains("role=\"status\"", "Date fixe : 1er septembre 2027".replace(" :", "\u00a0:"));
    assertThat(pages.page("be-ibz", "/tasks/" + mine + "/reminders")).contains("vendredi 5 mars");
    assertThat(
            pages.count(
                "select count(*) from reminder_pause where action_item_id = '" + mine + "'"))
        .isOne();
  }

  @Test
  void focalPoints23_aPauseIsShownOnTheCommitmentAndCanBeEnded() throws Exception {
    String commitment = "/commitments/VD2023-2.03";
    String mine = pages.item("VD2023-2.03", "BE");
    String shown = "reprennent le jeudi 4 mars 2027";
    assertThat(pages.page("coord-fr", commitment)).doesNotContain(shown);

    pages.answered("be-ibz", "/tasks/" + mine + "/on-it", Map.of("until", "2027-03-04"));

    assertThat(pages.page("coord-fr", commitment)).contains(shown);
    pages.answered("be-ibz", "/tasks/" + mine + "/resume", Map.of());
    assertThat(pages.page("coord-fr", commitment)).doesNotContain(shown);
  }

  @Test
  void settingsAreKeptAndWrongOnesShownAgain() throws Exception {
    assertThat(
            pages.answered(
                "be-jus",
                "/emails/settings",
                Map.of("hour", "9", "weekdays", "TUESDAY", "substitute", "")))
        .contains("role=\"status\"");
    String shown = pages.page("be-jus", "/emails/settings");
    assertThat(shown).containsPattern("value=\"9\"[^>]*selected");
    assertThat(shown).containsPattern("id=\"day-TUESDAY\"[^>]*checked");
    assertThat(shown).doesNotContainPattern("id=\"day-MONDAY\"[^>]*checked");

    assertThat(pages.answered("be-jus", "/emails/settings", Map.of("hour", "10")))
        .contains("role=\"alert\"")
        .containsPattern("value=\"10\"[^>]*selected");
    assertThat(
            pages.answered(
                "be-jus",
                "/emails/settings",
                Map.of("hour", "9", "weekdays", "MONDAY", "substitute", "fr-int")))
        .contains("role=\"alert\"");
    assertThat(pages.page("be-jus", "/emails/settings"))
        .containsPattern("id=\"day-TUESDAY\"[^>]*checked");
  }

  @Test
  void anAbsenceIsEnteredByOneselfOrOnesCoordinators() throws Exception {
    Map<String, String> march = Map.of("from", "2027-03-08", "until", "2027-03-12");
    assertThat(pages.answered("be-mae", "/emails/absences", march)).contains("8 mars 2027");
    long id = pages.count("select id from absence where person_id = 'be-mae'");
    assertThat(pages.page("coord-fr", "/people")).contains("8 mars 2027");
    assertThat(pages.posted("coord-fr", "/people/be-mae/absences/" + id + "/remove", Map.of()))
        .isEqualTo(403);
    assertThat(pages.answered("be-jus", "/emails/absences/" + id + "/remove", Map.of()))
        .contains("role=\"alert\"");
    assertThat(pages.answered("coord-be", "/people/be-mae/absences/" + id + "/remove", Map.of()))
        .contains("role=\"status\"");

    assertThat(pages.posted("coord-fr", "/people/be-mae/absences", march)).isEqualTo(403);
    assertThat(
            pages.answered(
                "coord-be",
                "/people/be-mae/absences",
                Map.of("from", "2027-03-12", "until", "2027-03-08")))
        .contains("role=\"alert\"", "value=\"2027-03-12\"", "value=\"2027-03-08\"");
    assertThat(pages.count("select count(*) from absence where person_id = 'be-mae'")).isZero();
  }

  @Test
  void aRefusedAddressIsGivenBackByItsOwnCoordinators() throws Exception {
    jdbc.sql(
            """
            insert into undeliverable_address (address, status, diagnostic, since, permanent)
            values ('be-def@example.org', '5.1.1', '<unknown> user', current_timestamp, true)
            """)
        .update();
    assertThat(pages.page("coord-be", "/people")).contains("5.1.1", "&lt;unknown&gt; user");
    assertThat(pages.posted("coord-fr", "/people/be-def/address-works", Map.of())).isEqualTo(403);
    assertThat(pages.posted("be-def", "/people/be-def/address-works", Map.of())).isEqualTo(403);
    assertThat(pages.posted("coord-be", "/people/ministries/BE-DEF/address-works", Map.of()))
        .isEqualTo(404);

    assertThat(pages.answered("coord-be", "/people/be-def/address-works", Map.of()))
        .contains("role=\"status\"")
        .doesNotContain("5.1.1");
  }

  @Test
  void theHomePageSoundsTheAlarmAndIsSilentOtherwise() throws Exception {
    assertThat(pages.page("coord-be", "/")).doesNotContain("class=\"alarms\"");
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into email
              (id, person_id, to_address, on_date, kind, language, status, subject, message_id,
               queued_at, next_attempt_at)
            values (:id, 'be-ibz', 'be-ibz@example.org', date '2027-02-25', 'DIGEST', 'fr',
               'FAILED', 'Objet', 'm-alarm', current_timestamp, current_timestamp)
            """)
        .param("id", id)
        .update();
    jdbc.sql("update mail_relay set failures = 2, failing_since = current_timestamp").update();
    jdbc.sql(
            """
            insert into reminder_policy_error (id, source, message_key, arguments, refused_at)
            values (1, 'file [policy.dmn]', 'policy.far', array['900', '260'], current_timestamp)
            """)
        .update();
    try {
      assertThat(pages.page("coord-be", "/"))
          .contains("class=\"alarms\"", "/emails?status=FAILED", "href=\"/reminder-policy\"");
      assertThat(pages.page("coord-be", "/reminder-policy")).contains("900", "file [policy.dmn]");
      assertThat(pages.page("admin", "/reminder-policy")).contains("file [policy.dmn]");
      assertThat(pages.page("be-ibz", "/reminder-policy")).doesNotContain("file [policy.dmn]");
      assertThat(pages.status("coord-be", "/emails/" + id)).isEqualTo(200);
    } finally {
      jdbc.sql("delete from email where id = :id").param("id", id).update();
      jdbc.sql("delete from reminder_policy_error").update();
      jdbc.sql("update mail_relay set failures = 0, failing_since = null").update();
    }
  }

  @Test
  void coordinatorsSetThePriority() throws Exception {
    String act = "/commitments/VD2023-2.02/priority";
    Map<String, String> high = Map.of("priority", "HIGH", "reason", REASON);

    assertThat(pages.answered("be-ibz", act, high)).contains("role=\"alert\"");
    assertThat(pages.answered("coord-be", act, Map.of("priority", "HIGH", "reason", "court")))
        .contains("role=\"alert\"", ">court</textarea>");
    assertThat(pages.answered("coord-be", act, high)).contains("role=\"status\"", "prioritaire");
  }
}
