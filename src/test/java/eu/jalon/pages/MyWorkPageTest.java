package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.bulk.BulkCompletion;
import eu.jalon.actionitem.form.Step;
import eu.jalon.directory.Directory;
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
  void showsWhatTheMinistryHasToDoAndLeadsToEachItem() throws Exception {
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
  void findsItemsByReferenceTitleAndThemeInTheLanguageOfTheReader(
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
  void severalItemsAreAnsweredAtOnceOrNone() throws Exception {
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

  @Test
  void aClosedItemIsNamedAndNothingElseIsSent() throws Exception {
    String page = pages.answered("fr-eco", "/my-work/on-track", Map.of("item", "", "text", "x"));

    assertThat(page).contains("role=\"alert\"");
  }

  @Test
  void aCalendarProgramReadsTheDeadlinesAtASecretAddressUntilItIsRevoked() throws Exception {
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
