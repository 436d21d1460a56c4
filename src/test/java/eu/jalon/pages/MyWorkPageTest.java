package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
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
}
