package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.PersonId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Lists as files: the same rows as the page and the API, with filter and sort order. */
@DemoOnH2
class ListFilesTest {

  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  @Autowired private StatusSheet sheet;
  @Autowired private Directory directory;

  @Test
  void coordinators12_homePageFileAndApiCountTheSameOverdueItems() throws Exception {
    Object onHome = open("coord-be", "/").getModelAndView().getModel().get("overdueItems");
    int inApi = total("/api/action-items?overdue=true");

    assertThat(inApi).isPositive().isEqualTo(onHome);
    assertThat(rows("coord-be", "/overdue")).hasSize(inApi);
    assertThat(rows("coord-be", "/action-items", "overdue=true")).hasSize(inApi);
    assertThat(text(open("coord-be", "/overdue")).split("name=\"item\" ", -1)).hasSize(inApi + 1);
    assertThat(rows("coord-be", "/commitments", "overdue=true"))
        .hasSize(total("/api/commitments?overdue=true"));
  }

  @ParameterizedTest
  @CsvSource({
    "/commitments, sort=-dueOn&lead=BE-IBZ, coord-be",
    "/commitments, q=cooperation&priority=HIGH, be-ibz",
    "/action-items, health=SILENT&sort=-ministry, coord-fr",
    "/action-items, dueFrom=2027-03-01&dueUntil=2027-06-30, be-ibz",
    "/emails, sort=subject&status=SENT, coord-be",
    "/audit, kind=ACT, admin",
    "/people, party=BE&role=FOCAL_POINT, coord-be",
    "/proposals, sort=ref, coord-fr",
    "/overdue, by=age&party=FR, coord-be"
  })
  void coordinators12_publicReports12_bothFilesHoldTheRowsOfTheFilteredList(
      String list, String query, String who) throws Exception {
    List<String> csv = rows(who, list, query);
    MvcResult workbook = open(who, list + ".xlsx?" + query);

    assertThat(workbook.getResponse().getStatus()).isEqualTo(200);
    assertThat(workbook.getResponse().getHeader("Content-Disposition")).endsWith(".xlsx\"");
    try (ReadableWorkbook read =
        new ReadableWorkbook(
            new ByteArrayInputStream(workbook.getResponse().getContentAsByteArray()))) {
      List<Row> sheet = read.getFirstSheet().read();
      assertThat(sheet).hasSize(csv.size() + 1);
    }
    assertThat(open(who, list + "?" + query).getResponse().getStatus()).isEqualTo(200);
  }

  @Test
  void aSortOrderIsKeptWhilePagingAndInTheFile() throws Exception {
    String page = text(open("coord-be", "/commitments?sort=-track"));

    assertThat(page)
        .contains("/commitments?page=1&amp;sort=-track", "/commitments.csv?sort=-track");
    List<String> up = rows("coord-be", "/commitments", "sort=title");
    List<String> down = rows("coord-be", "/commitments", "sort=-title");
    assertThat(up).hasSameSizeAs(down);
    assertThat(up.get(0)).isNotEqualTo(down.get(0));
  }

  @Test
  void coordinators12_theListOfActionItemsIsFilteredByMinistryAndAssignee() throws Exception {
    int all = total("/api/action-items?ministry=FR-INT");

    assertThat(rows("coord-be", "/action-items", "ministry=FR-INT")).hasSize(all);
    assertThat(rows("coord-be", "/action-items", "ministry=FR-INT&assignee=be-ibz")).isEmpty();
    assertThat(rows("be-ibz", "/action-items", "ministry=FR-INT")).isEmpty();
  }

  /** The report counts what a ministry leads; so does the list by lead. */
  @Test
  void coordinators12_theListByLeadHasTheNumbersOfTheReport() throws Exception {
    Person coordinator = directory.person(new PersonId("coord-be")).orElseThrow();
    List<StatusSheet.MinistryStanding> standings = sheet.ministries(coordinator);

    assertThat(standings).hasSizeGreaterThan(5);
    for (StatusSheet.MinistryStanding standing : standings) {
      String lead = "/api/commitments?lead=" + standing.ministry();
      assertThat(total(lead + "&status=IN_PROGRESS") + total(lead + "&status=FULFILLED"))
          .as("%s", standing)
          .isEqualTo(standing.figures().total());
      assertThat(total(lead + "&overdue=true"))
          .as("%s", standing)
          .isEqualTo(standing.figures().overdue());
    }
  }

  private int total(String path) throws Exception {
    return json.readTree(text(open("coord-be", path))).path("total").asInt();
  }

  private List<String> rows(String who, String list) throws Exception {
    return rows(who, list, "");
  }

  /** The lines after the header; cells of these lists have no line breaks. */
  private List<String> rows(String who, String list, String query) throws Exception {
    MvcResult file = open(who, list + ".csv" + (query.isEmpty() ? "" : "?" + query));
    assertThat(file.getResponse().getStatus()).as(list).isEqualTo(200);
    List<String> lines = new ArrayList<>(text(file).lines().toList());
    lines.remove(0);
    return lines;
  }

  private MvcResult open(String who, String path) throws Exception {
    String role =
        who.startsWith("coord")
            ? "COORDINATOR"
            : who.equals("admin") ? "ADMINISTRATOR" : "FOCAL_POINT";
    return mvc.perform(get(path).with(user(who).roles(role))).andReturn();
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
