package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.bulk.BulkCompletion;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Directory;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The first page of focal points. */
@DemoOnH2
class MyWorkPageTest {

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;
  @Autowired private Directory directory;
  private PagesFixture pages;

  @BeforeEach
  void open() {
    pages = new PagesFixture(mvc, jdbc, items);
  }

  @Test
  void focalPoints17_showsWhatTheMinistryHasToDoAndLeadsToEachItem() throws Exception {
    String page = pages.page("be-ibz", "/my-work");

    assertThat(page)
        .contains("/tasks/" + pages.item("VD2023-2.06", "BE"))
        .contains("/camunda/app/tasklist/")
        .contains("/emails/settings")
        .doesNotContain("/tasks/" + pages.item("VD2023-2.06", "FR"));
  }

  @ParameterizedTest
  @CsvSource({
    "fr, VD2023-2.06, VD2023-2.06",
    "fr, CCPD Tournai, VD2023-2.06",
    "fr, stupefiants, VD2023-4.07",
    "nl, Doornik, VD2023-2.03",
    "nl, inlichtingen, VD2023-2.05"
  })
  void focalPoints9_findsItemsByReferenceTitleAndThemeInTheLanguageOfTheReader(
      String language, String words, String ref) throws Exception {
    PersonId person = new PersonId("be-ibz");
    Language before = directory.person(person).orElseThrow().language();
    directory.setLanguage(person, Language.of(language));
    try {
      String page = pages.page("be-ibz", "/my-work?q=" + words);

      assertThat(page).contains("/tasks/" + pages.item(ref, "BE"));
      assertThat(page).doesNotContain("/tasks/" + pages.item("VD2023-5.03", "BE"));
    } finally {
      directory.setLanguage(person, before);
    }
  }

  @Test
  void wordsThatNothingContainsFindNothing() throws Exception {
    assertThat(pages.page("be-ibz", "/my-work?q=zzzz")).doesNotContain("/tasks/");
    assertThat(pages.status("be-ibz", "/my-work?q=%25&page=0")).isEqualTo(200);
  }

  @Test
  void focalPoints7_severalItemsAreAnsweredAtOnceOrNone() throws Exception {
    List<String> toTake = open("FR-ECO", "takeCharge");
    assertThat(toTake).hasSizeGreaterThan(1);
    String foreign = pages.item("VD2023-2.06", "BE");

    String refused =
        pages.answered(
            "fr-eco",
            "/my-work/take-charge",
            Map.of("item", String.join(",", toTake) + "," + foreign));
    assertThat(refused).contains("role=\"alert\"");
    assertThat(open("FR-ECO", "takeCharge")).isEqualTo(toTake);

    String taken =
        pages.answered("fr-eco", "/my-work/take-charge", Map.of("item", String.join(",", toTake)));
    assertThat(taken).contains("role=\"status\"");
    assertThat(open("FR-ECO", "takeCharge")).isEmpty();
    List<String> reports = toTake.stream().map(this::successor).flatMap(Optional::stream).toList();
    assertThat(reports).isNotEmpty();

    pages.answered(
        "fr-eco",
        "/my-work/on-track",
        Map.of(
            "item", String.join(",", reports),
            "text", "Geen wijziging sinds het vorige verslag.",
            "nextOn", "2027-03-15"));
    assertThat(
            pages.count(
                """
                select count(*) from progress_report
                where ministry = 'FR-ECO' and status = 'ON_TRACK' and next_on = date '2027-03-15'
                """))
        .isEqualTo(reports.size());
  }

  /** A request is shown, withdrawn, and its answer. */
  @Test
  void focalPoints23_aRequestIsShownWithItsAnswerAndCanBeWithdrawn() throws Exception {
    String ref = "VD2023-4.06";
    String item = pages.item(ref, "BE");
    Map<String, String> later =
        Map.of("scope", "commitment", "deadline", "2027-11-30", "reason", "Le comité est reporté.");

    String asked = pages.answered("be-ibz", "/tasks/" + item + "/more-time", later);
    long first = pages.count("select max(id) from commitment_request");
    String button = "/commitments/" + ref + "/requests/" + first + "/withdraw";
    assertThat(asked).contains(button);
    assertThat(pages.page("be-ibz", "/my-work")).contains(button);
    assertThat(pages.page("fr-int", "/commitments/" + ref)).doesNotContain(button);
    pages.answered("fr-int", button, Map.of());
    assertThat(pages.page("be-ibz", "/my-work")).contains(button);
    pages.answered("be-ibz", button, Map.of("from", "work"));
    assertThat(pages.page("be-ibz", "/my-work")).doesNotContain(button);

    pages.answered("be-ibz", "/tasks/" + item + "/more-time", later);
    items.complete(
        items.of(new CommitmentRef(ref)).stream()
            .map(view -> view.item())
            .filter(each -> each.step() == Step.DECIDE_EXTENSION)
            .filter(each -> each.status() == ActionItem.Status.OPEN)
            .map(ActionItem::id)
            .findFirst()
            .orElseThrow(),
        Map.of("requestDecision", "REFUSE", "decisionReason", "Le comité se réunit en mai."),
        directory.person(new PersonId("coord-be")).orElseThrow());
    assertThat(pages.page("be-ibz", "/my-work")).contains("Le comité se réunit en mai.");
    assertThat(pages.page("fr-int", "/commitments/" + ref)).contains("Le comité se réunit en mai.");
  }

  @Test
  void aClosedItemIsNamedAndNothingElseIsSent() throws Exception {
    String page = pages.answered("fr-eco", "/my-work/on-track", Map.of("item", "", "text", "x"));

    assertThat(page).contains("role=\"alert\"");
  }

  @Test
  void
      focalPoints17_publicReports12_aCalendarProgramReadsTheDeadlinesAtASecretAddressUntilItIsRevoked()
          throws Exception {
    String page = pages.answered("fr-int", "/my-work/calendar", Map.of());
    String path = calendar(page);
    String calendar = read(path);
    assertThat(calendar)
        .contains("BEGIN:VEVENT", "DTSTART;VALUE=DATE:2027")
        .doesNotContain("DTSTART;VALUE=DATE:202701");
    assertThat(unfolded(calendar))
        .contains("/tasks/" + pages.item("VD2023-2.06", "FR"))
        .doesNotContain("/tasks/" + pages.item("VD2023-2.06", "BE"));
    assertThat(pages.page("fr-int", "/my-work")).doesNotContain(path);

    String other = calendar(pages.answered("fr-int", "/my-work/calendar", Map.of()));
    assertThat(status(path)).isEqualTo(404);
    assertThat(status(other)).isEqualTo(200);
    pages.posted("fr-int", "/my-work/calendar/revoke", Map.of());
    assertThat(status(other)).isEqualTo(404);
  }

  private static String calendar(String page) {
    Matcher address = Pattern.compile("(/api/calendar/[0-9a-f]{48}\\.ics)<").matcher(page);
    assertThat(address.find()).as("an address on the page").isTrue();
    return address.group(1);
  }

  private static String unfolded(String calendar) {
    return calendar.replaceAll("\r\n[ \t]", "");
  }

  private String read(String path) throws Exception {
    return mvc.perform(get(path))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private int status(String path) throws Exception {
    return mvc.perform(get(path)).andReturn().getResponse().getStatus();
  }

  /** The repeated report that follows an item, if its commitment asks for one. */
  private Optional<String> successor(String item) {
    return jdbc
        .sql(
            """
            select i.id, i.step from action_item i
            join action_item before on before.ref = i.ref and before.ministry = i.ministry
            where before.id = :id and i.status = 'OPEN'
            """)
        .param("id", item)
        .query((row, n) -> new String[] {row.getString("id"), row.getString("step")})
        .list()
        .stream()
        .filter(row -> BulkCompletion.isReport(Step.of(row[1])))
        .map(row -> row[0])
        .findFirst();
  }

  private List<String> open(String ministry, String step) {
    return jdbc.sql(
            """
            select id from action_item
            where ministry = :ministry and step = :step and status = 'OPEN' order by id
            """)
        .param("ministry", ministry)
        .param("step", step)
        .query(String.class)
        .list();
  }
}
