package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A series in the address of a list stays while the list is paged, sorted, filtered or saved. */
@DemoOnH2
class SeriesOfListsTest {

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;

  @ParameterizedTest
  @CsvSource({
    "coord-be, /commitments, sort=-dueOn&status=IN_PROGRESS",
    "coord-be, /action-items, sort=-ministry&health=SILENT",
    "coord-be, /emails, sort=subject",
    "coord-be, /overdue, by=age&party=FR",
    "coord-be, /people, role=FOCAL_POINT",
    "coord-be, /report, since=2027-02-01",
    "coord-be, /forecast, until=2027-06-01",
    "coord-be, /summits, date=2027-09-15",
    "coord-be, /proposals, page=0",
    "be-ibz, /my-work, q=police"
  })
  void everyLinkOfAListKeepsItsSeries(String who, String list, String query) throws Exception {
    Document page = page(who, list + "?series=VD&" + query);

    List<String> links =
        page.select("main a[href]").eachAttr("href").stream()
            .filter(link -> link.startsWith(list + "?") || link.startsWith(list + "."))
            .toList();
    assertThat(links).allMatch(link -> link.contains("series=VD"));
    assertThat(page.select("main form[method=get][action=" + list + "]"))
        .allMatch(form -> form.select("input[name=series][value=VD]").size() == 1);
    assertThat(page.select("main form input[name=series], main a[href*='series=VD']"))
        .as("kept at all, unless there is nothing to link")
        .matches(kept -> !kept.isEmpty() || list.equals("/proposals"));
    assertThat(page(who, list + "?" + query).select("main").html()).doesNotContain("series=");
  }

  @Test
  void theLinkThatClearsTheFiltersKeepsTheSeries() throws Exception {
    Document page = page("coord-be", "/commitments?series=VD&status=FULFILLED");

    assertThat(page.select(".filters-end a").eachAttr("href"))
        .containsExactly("/commitments?series=VD&sort=ref");
  }

  private Document page(String who, String path) throws Exception {
    Document page = Jsoup.parse(new PagesFixture(mvc, jdbc, items).page(who, path));
    page.select("#views").remove();
    return page;
  }
}
