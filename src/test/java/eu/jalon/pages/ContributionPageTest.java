package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import eu.jalon.DemoOnH2;
import eu.jalon.actionitem.ActionItems;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What an associated ministry sees of a commitment and adds to it. */
@DemoOnH2
class ContributionPageTest {

  /** The ministry of be-ami, who reads Dutch, is associated. */
  private static final String PAGE = "/commitments/INT2017-0.01";

  private static final String FORMS = "action=\"" + PAGE + "/(notes|evidence)\"";

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems items;
  private PagesFixture pages;

  @BeforeEach
  void open() {
    pages = new PagesFixture(mvc, jdbc, items);
  }

  @Test
  void focalPoints19_theRoleOfTheMinistryIsShown() throws Exception {
    assertThat(pages.page("be-ami", PAGE))
        .contains("Uw ministerie: betrokken ministerie")
        .containsPattern(FORMS);
    assertThat(pages.page("be-ami", "/my-work")).contains(">betrokken ministerie<");
    assertThat(pages.page("be-ibz", PAGE))
        .contains("Votre ministère\u00a0: pilote responsable")
        .doesNotContainPattern(FORMS);
    assertThat(pages.page("fr-int", PAGE)).contains("Votre ministère\u00a0: pilote<");
    assertThat(pages.page("coord-be", PAGE)).doesNotContainPattern(FORMS);
  }

  @Test
  void focalPoints19_aNoteIsShownWithItsAuthorAndIsInTheHistory() throws Exception {
    String note = "De cel in Calais wordt in mei verlengd.";

    assertThat(pages.answered("be-ami", PAGE + "/notes", Map.of("text", note)))
        .contains("De bijdrage is toegevoegd")
        .contains(note);
    for (String reader : new String[] {"be-ibz", "fr-int", "coord-fr"}) {
      String page = pages.page(reader, PAGE);
      String section = page.substring(page.indexOf("id=\"contributions\""));
      assertThat(section.substring(0, section.indexOf("</section>")))
          .contains(note, "Asile et Migration", "Point de contact Asile et Migration");
      assertThat(page.substring(page.indexOf("id=\"history\"")))
          .contains("Note d’un ministère associé", note);
    }
  }

  @Test
  void focalPoints19_aFileIsADownloadForThoseWhoSeeTheCommitment() throws Exception {
    MockMultipartFile file =
        new MockMultipartFile(
            "file", "calais.txt", "text/plain", "Bezetting".getBytes(StandardCharsets.UTF_8));
    mvc.perform(
            multipart(PAGE + "/evidence")
                .file(file)
                .with(user("be-ami").roles("FOCAL_POINT"))
                .with(csrf()))
        .andReturn();

    assertThat(pages.page("coord-fr", PAGE))
        .containsPattern("(?s)<a download href=\"/api/evidence/[^\"]+\"[^>]*>calais.txt</a>")
        .containsPattern("(?s)id=\"history\".*Fichier d’un ministère associé.*calais.txt");
  }

  @Test
  void focalPoints19_aNoteThatIsTooShortIsRefusedAndKept() throws Exception {
    assertThat(pages.answered("be-ami", PAGE + "/notes", Map.of("text", "Akkoord")))
        .containsPattern("role=\"alert\">Het veld [^<]* is te kort")
        .contains(">Akkoord</textarea>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"be-ibz", "coord-be"})
  void focalPoints19_othersAreRefusedWithASentence(String person) throws Exception {
    assertThat(
            pages.answered(person, PAGE + "/notes", Map.of("text", "Nous ajoutons une note ici.")))
        .contains("INT2017-0.01")
        .containsPattern("role=\"alert\">(Seuls les ministères associés|Alleen de ministeries)");
  }
}
