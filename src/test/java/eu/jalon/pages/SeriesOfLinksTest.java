package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A series in the address of a page stays in every link, form and redirect of it. */
@DemoOnH2
class SeriesOfLinksTest {

  private static final Pattern NOT_A_PAGE =
      Pattern.compile(
          "/(?:api|camunda|css|js|webjars|favicon|log(?:in|out)|language|series-choice).*");
  private static final Pattern FILE =
      Pattern.compile(
          ".*(?:\\.(?:csv|xlsx|odt|pdf)|/(?:file|source|export|message|process)|/attachments/.*)");
  private static final Pattern ENTRY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f-]+|\\d+|[A-Z]{2}[A-Z0-9-]*[.0-9]*");

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;

  @Test
  void everyPageThatACoordinatorReachesKeepsTheSeries() throws Exception {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("/?series=EX"));
    List<String> dropped = new ArrayList<>();
    while (!open.isEmpty()) {
      String address = open.remove();
      Document page = Jsoup.parse(pages().page("coord-de", address));
      for (String link : links(page)) {
        if (!link.matches(".*[?&]series=EX(?:&.*)?")) {
          dropped.add(address + " -> " + link);
        } else if (!FILE.matcher(path(link)).matches() && seen.add(kind(link))) {
          open.add(link);
        }
      }
      for (Element form : page.select("form:not([action~=^(/logout|/language|/series-choice)])")) {
        if (form.attr("action").contains("series=")
            || form.select("input[type=hidden][name=series][value=EX]").size() != 1) {
          dropped.add(address + " -> form " + form.attr("action"));
        }
      }
    }
    assertThat(dropped).isEmpty();
    assertThat(seen)
        .as("pages walked")
        .contains("/report/evaluation", "/forecast", "/commitments/new", "/summits", "/people/*")
        .hasSizeGreaterThan(25);
  }

  @Test
  void aRedirectAfterAFormKeepsTheSeries() throws Exception {
    String page =
        pages()
            .answered(
                "coord-de",
                "/report/evaluation",
                Map.of(
                    "lang", "de", "meeting", "EX2025", "theme", "1", "version", "7", "text", "Text",
                    "series", "EX"));

    assertThat(links(Jsoup.parse(page))).isNotEmpty().allMatch(link -> link.contains("series=EX"));
  }

  @Test
  void anUnknownSeriesIsNotKeptOnThePageOfItsError() throws Exception {
    assertThat(pages().page("coord-de", "/commitments?series=VD")).doesNotContain("series=VD");
  }

  private static List<String> links(Document page) {
    return page.select("a[href]").eachAttr("href").stream()
        .filter(link -> link.startsWith("/") && !NOT_A_PAGE.matcher(link).matches())
        .map(link -> link.replaceFirst("#.*", ""))
        .distinct()
        .toList();
  }

  /** The path with a star for each entry, of which the test reads one. */
  private static String kind(String link) {
    List<String> parts = new ArrayList<>();
    for (String part : path(link).split("/", -1)) {
      boolean entry =
          ENTRY.matcher(part).matches()
              || (parts.size() == 2
                  && "people".equals(parts.get(1))
                  && part.matches("(?:coord|de)-.*"));
      parts.add(entry ? "*" : part);
    }
    return String.join("/", parts);
  }

  private static String path(String link) {
    return link.replaceFirst("[?#].*", "");
  }

  private PagesFixture pages() {
    return new PagesFixture(mvc, jdbc, items);
  }
}
