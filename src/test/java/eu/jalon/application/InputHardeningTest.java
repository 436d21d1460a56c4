package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.RegisterCopies;
import eu.jalon.SessionClient;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.Texts;
import eu.jalon.shared.text.TextColumn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Lines 2, 5, 8, 14, 17 and 22: what users type and upload. */
class InputHardeningTest extends HardeningTest {

  @Autowired private ReminderRound round;

  @Test
  @DisplayName("2 expressions and scripts in a title and a note are shown and mailed literally")
  void literally() {
    String ref = enterCommitment("Un titre");
    jdbc()
        .sql("update commitment set title = :t where ref = :ref")
        .param("t", TextColumn.write(Texts.text(PROBE, PROBE)))
        .param("ref", ref)
        .update();
    jdbc()
        .sql(
            "insert into progress_report (ref, ministry, status, text, reported_at, reported_by)"
                + " values (:ref, 'BE-IBZ', 'ON_TRACK', :t, current_timestamp, 'be-ibz')")
        .param("t", TextColumn.write(Texts.text(PROBE, PROBE)))
        .param("ref", ref)
        .update();
    String shown = HtmlUtils.htmlEscape(PROBE, "UTF-8");
    for (String page :
        List.of("/commitments/" + ref, "/commitments?q=" + SessionClient.encoded(PROBE))) {
      assertLiteral(as("coord-be").get(page).body(), shown, page);
    }

    jdbc()
        .sql("update action_item set due_on = :d where ref = :ref")
        .param("ref", ref)
        .param("d", LocalDate.of(2027, 2, 1))
        .update();
    RegisterCopies.write(jdbc());
    round.run(LocalDate.of(2027, 3, 1), false);
    String email =
        text(
            "select cast(min(cast(n.email_id as varchar)) as varchar) from reminder n"
                + " join action_item i on i.id = n.action_item_id"
                + " where i.ref = '"
                + ref
                + "' and n.email_id is not null");
    assertLiteral(as("coord-be").get("/emails/" + email + "/body").body(), shown, "email");
    assertThat(as("coord-be").get("/emails/" + email + "/message").statusCode()).isEqualTo(200);
  }

  private String enterCommitment(String title) {
    HttpResponse<String> entered =
        as("coord-be")
            .json(
                "POST",
                "/api/commitments",
                """
                {"summit": "DEF2018", "theme": 0, "titles": {"fr": "%s", "nl": "%s"},
                 "track": "OPERATIONAL_CAPABILITY", "leads": {"BE": "BE-IBZ", "FR": "FR-INT"},
                 "accountable": "BE", "deadlineRule": "S-30wd"}
                """
                    .formatted(title, title));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    String location = entered.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static void assertLiteral(String page, String shown, String where) {
    assertThat(withoutOptionalEscapes(page))
        .as(where)
        .contains(withoutOptionalEscapes(shown))
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x");
  }

  /** The single quote and {@code >} need no escape in a text or between double quotes. */
  private static String withoutOptionalEscapes(String markup) {
    return markup.replace("&#39;", "'").replace("&#x27;", "'").replace("&gt;", ">");
  }

  @ParameterizedTest(name = "5 an upload that is no plain text is refused: {0}")
  @ValueSource(
      strings = {
        "504b0304140008",
        "25504446",
        "d0cf11e0a1b11ae1",
        "7b5c727466",
        "efbbbf255044462d",
        "00ff00"
      })
  void documentsThatAreNoText(String head) {
    byte[] bytes = new byte[4096];
    byte[] magic = java.util.HexFormat.of().parseHex(head);
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    refusedUpload(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Test
  @DisplayName("5 entities in an uploaded text are text")
  void entitiesInDocuments() {
    uploadedAsText("<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]><x>&e;</x>");
    uploadedAsText("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>");
  }

  private void refusedUpload(String content) {
    String before = rows();
    HttpResponse<String> answer = upload(as("coord-be"), content, "VD2021");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(rows()).isEqualTo(before);
  }

  /** The document is plain text: kept as it is, without a step, and no entity is resolved. */
  private void uploadedAsText(String content) {
    HttpResponse<String> answer = upload(as("coord-be"), content, "VD2021");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"items\":[]");
    assertThat(count("select count(*) from declaration where source like '%<!ENTITY%&_;%'"))
        .isPositive();
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(as("coord-be").json("DELETE", location, "").statusCode()).isEqualTo(204);
  }

  @Test
  @DisplayName("8 a double click on launch makes one set of processes, and says so")
  void launchedTwice() throws IOException {
    String scan = Files.readString(Path.of("src/test/resources/intake/scan.txt"));
    HttpResponse<String> uploaded = upload(as("coord-be"), scan, "VD2021");
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
    String draft = uploaded.headers().firstValue("Location").orElseThrow();
    int steps = uploaded.body().split("\"n\":", -1).length - 1;
    for (int n = 1; n <= steps; n++) {
      String title =
          "{\"version\":0,\"titles\":{\"nl\":\"Stap "
              + n
              + "\",\"fr\":\"Pas\"},\"track\":\"STANDING_COOPERATION\",\"leads\":{\"BE\":\"BE-IBZ\",\"FR\":\"FR-INT\"},\"accountable\":\"BE\",\"deadlineRule\":\"S-30\"}";
      assertThat(as("coord-be").json("PATCH", draft + "/items/" + n, title).statusCode())
          .isEqualTo(200);
    }
    String address = draft + "/launch";
    long before = count("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null");
    SessionClient other = as("coord-fr");
    CompletableFuture<HttpResponse<String>> once =
        CompletableFuture.supplyAsync(() -> other.json("POST", address, "{}"));
    HttpResponse<String> twice = as("coord-be").json("POST", address, "{}");
    assertThat(List.of(once.join().statusCode(), twice.statusCode()))
        .containsExactlyInAnyOrder(200, 409);
    HttpResponse<String> again = as("coord-be").json("POST", address, "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("detail");

    long items = count("select count(*) from commitment where meeting_id = 'VD2021'");
    assertThat(
            count(
                "select count(*) from ACT_RU_EXECUTION e join commitment c"
                    + " on c.process_instance_id = e.ID_ where c.meeting_id = 'VD2021'"))
        .isLessThanOrEqualTo(items);
    assertThat(count("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null"))
        .isGreaterThan(before);
    HttpResponse<String> same = upload(as("coord-be"), scan, "VD2021");
    assertThat(same.statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("14 a title that turns its line around or never ends is refused, an emoji is not")
  void titles() throws IOException {
    String scan = Files.readString(Path.of("src/test/resources/intake/scan.txt"));
    HttpResponse<String> uploaded = upload(as("coord-be"), scan, "VD2016");
    String draft = uploaded.headers().firstValue("Location").orElseThrow();
    String ref = enterCommitment("Un titre à scinder");
    for (String title :
        List.of(
            "Bonjour \\u202Etxt.exe", "a\\u2066b", "a\\u0000b", "a\\u0007b", "x".repeat(10_000))) {
      assertThat(patch(draft, title).statusCode()).as(title).isEqualTo(400);
      assertThat(
              as("coord-be")
                  .json(
                      "POST",
                      "/api/commitments/" + ref + "/split",
                      "{\"titles\":{\"fr\":\""
                          + title
                          + "\"},\"reason\":\"Une raison assez longue.\"}")
                  .statusCode())
          .as(title)
          .isEqualTo(400);
    }
    assertThat(patch(draft, "Un phare \uD83D\uDEA8 à Ostende").statusCode()).isEqualTo(200);
    String id = draft.substring(draft.lastIndexOf('/') + 1);
    assertThat(as("coord-be").get("/declarations/" + id).body()).contains("\uD83D\uDEA8");
  }

  private HttpResponse<String> patch(String draft, String title) {
    long version =
        count(
            "select max(version) from draft_item where n = 1 and declaration_id = '%s'"
                .formatted(draft.substring(draft.lastIndexOf('/') + 1)));
    return as("coord-be")
        .json(
            "PATCH",
            draft + "/items/1",
            "{\"version\":%d,\"titles\":{\"fr\":\"%s\"}}".formatted(version, title));
  }

  @ParameterizedTest(name = "17 {0} is refused")
  @ValueSource(
      strings = {
        "/api/commitments?size=2147483647",
        "/api/commitments?size=0",
        "/api/commitments?page=-1",
        "/api/commitments?page=99999999999999999999",
        "/api/commitments?sort=colour",
        "/api/commitments?theme=x",
        "/api/action-items?sort=id;drop",
        "/api/action-items?dueBefore=2027-02-29",
        "/api/emails?page=-1",
        "/api/emails?status=ALL",
        "/api/people?size=201",
        "/overdue?page=-1",
        "/overdue?page=2147483648",
        "/emails?page=x",
        "/commitments?sort=colour",
        "/camunda/api/engine/engine/default/task?maxResults=2147483647",
        "/camunda/api/engine/engine/default/task?sortBy=colour&sortOrder=asc&maxResults=5",
        "/camunda/api/engine/engine/default/process-instance?maxResults=2147483647",
        "/camunda/api/engine/engine/default/history/task?maxResults=2147483647"
      })
  void unboundedLists(String path) {
    assertThat(as("coord-be").get(path).statusCode()).as(path).isEqualTo(400);
  }

  @ParameterizedTest(name = "22 evidence at {0} is refused")
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "https:javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "http://beacon.example/x.png",
        "//beacon.example/x.png",
        "https://",
        "https:///x",
        "vbscript:x",
        "file:///etc/passwd",
        " javascript:alert(1)"
      })
  void evidenceLinks(String link) {
    String id =
        text(
            "select min(id) from action_item where status = 'OPEN' and ministry <> 'BE-PM'"
                + " and ministry <> 'FR-PM' and assignee is null"
                + " and step not in ('takeCharge', 'validate', 'approvalChoice')");
    // The sample has an account for each ministry, named after its code.
    String lead =
        text("select ministry from action_item where id = '" + id + "'").toLowerCase(Locale.ROOT);
    String before = rows();
    String report =
        "{\"progressStatus\":\"ON_TRACK\",\"progressText\":\"Le travail avance bien.\","
            + "\"evidenceLink\":\""
            + link
            + "\"}";
    assertThat(
            as(lead)
                .json(
                    "POST",
                    "/api/action-items/" + id + "/complete",
                    "{\"variables\":" + report + "}")
                .statusCode())
        .isEqualTo(400);
    String typed = report.replaceAll(":(\"[^\"]*\")", ":{\"value\":$1,\"type\":\"String\"}");
    HttpResponse<String> tasklist =
        as(lead)
            .json("POST", ENGINE + "/task/" + id + "/submit-form", "{\"variables\":" + typed + "}");
    assertThat(tasklist.statusCode()).as(tasklist.body()).isEqualTo(400);
    assertThat(rows()).isEqualTo(before);
  }

  private static HttpResponse<String> upload(SessionClient who, String content, String summit) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"summit\"\r\n\r\n"
            + summit
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    return who.send("POST", "/api/declarations", "multipart/form-data; boundary=b", body, Map.of());
  }
}
