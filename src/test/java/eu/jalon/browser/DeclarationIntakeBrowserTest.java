package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Documents as people have them, from their upload to their launch. */
class DeclarationIntakeBrowserTest extends BrowserTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @Test
  void coordinators17_aTableOfActionsIsChangedAtOnceAndLaunchedAndItsSourceStaysAtHand()
      throws IOException {
    Page page = coordinator("coord-be");
    upload(page, new FilePayload("actions.docx", DOCX, table()), "VD2018");
    page.waitForURL(Pattern.compile("/declarations/[0-9a-f-]{36}"));
    String id = page.url().replaceAll("^.*/declarations/([0-9a-f-]{36}).*$", "$1");
    browser().open(page, "/declarations/" + id);
    assertThat(page.locator(".draft")).hasCount(2);
    page.locator("#draft-1 [data-act=edit]").click();
    assertThat(page.locator("#draft-1 .read-STATED mark").first()).isVisible();
    looksRight(page, "intake-read");
    page.locator("#title-nl-1").fill("Loods voor de douane openen");
    page.locator("#title-nl-1").press("Control+Enter");
    assertThat(page.locator("#draft-1 .draft-saved")).isVisible();
    page.locator("#draft-2 [data-act=edit]").click();
    page.locator("#title-nl-2").fill("Kaart van de kades bijwerken");
    page.locator("#title-nl-2").press("Control+Enter");
    assertThat(page.locator("#draft-2 .draft-saved")).isVisible();

    for (int n : new int[] {1, 2}) {
      page.locator("#pick-" + n).check();
    }
    page.locator("#together-box > summary").click();
    page.locator("#together-lead-BE").selectOption("BE-FIN");
    page.locator("#together-lead-FR").selectOption("FR-ECO");
    page.locator("#together-accountable").selectOption("BE");
    page.locator("#together-track").selectOption("STANDING_COOPERATION");
    page.locator("#rule-days-together").check();
    looksRight(page, "intake-together");
    page.locator("#together button").click();
    assertThat(page.locator("#account form[action$='/launch'] button")).isVisible();
    page.locator("#undo").click();
    assertThat(page.locator("#account form[action$='/launch'] button")).hasCount(0);
    for (int n : new int[] {1, 2}) {
      page.locator("#pick-" + n).check();
    }
    page.locator("#together-box > summary").click();
    page.locator("#together-lead-BE").selectOption("BE-FIN");
    page.locator("#together-lead-FR").selectOption("FR-ECO");
    page.locator("#together-accountable").selectOption("BE");
    page.locator("#together-track").selectOption("STANDING_COOPERATION");
    page.locator("#rule-days-together").check();
    page.locator("#together button").click();
    page.locator("#account form[action$='/launch'] button").click();
    page.locator("#account a[href='/commitments?meeting=VD2018']").click();
    page.locator(".what a")
        .filter(new Locator.FilterOptions().setHasText("hangar"))
        .first()
        .click();
    Download download =
        page.waitForDownload(() -> page.locator(".source-of a[href$='/source']").click());
    assertThat(download.suggestedFilename()).isEqualTo("actions.docx");
    assertThat(Files.readAllBytes(download.path())).isNotEmpty();
    looksRight(page, "intake-source");
  }

  @Test
  void aTextInWhichNothingWasRecognisedIsMarkedByHandAndLaunched() {
    Page page = coordinator("coord-fr", ColorScheme.DARK, 390);
    String text =
        """
        Le phare et la digue

        Le soleil brille sur la mer et le vent tombe.

        Le gardien repeint le phare.

        La peinture est blanche.
        """;
    upload(
        page,
        new FilePayload("phare.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)),
        "VD2016");
    page.waitForURL(Pattern.compile("/declarations/[0-9a-f-]{36}/marking"));
    String id = page.url().replaceAll("^.*/declarations/([0-9a-f-]{36}).*$", "$1");
    assertThat(page.locator(".block")).hasCount(4);
    page.locator("#role-0").selectOption("HEADING");
    page.locator(".block-words").nth(1).click();
    page.locator("[data-mark=EVALUATION]").click();
    page.locator("#role-2").selectOption("STEP");
    page.locator("#role-3").selectOption("CONTINUATION");
    looksRight(page, "intake-marking");
    page.locator(".mark-save .btn-primary").click();
    assertThat(page.locator(".draft")).hasCount(1);
    assertThat(page.locator(".drafts-side h2")).containsText("Le phare et la digue");
    assertThat(page.locator("#draft-1")).containsText("La peinture est blanche");
    browser().open(page, "/declarations/" + id + "?step=1#draft-1");
    page.locator("#title-nl-1").fill("De vuurtoren schilderen");
    page.locator("#lead-BE-1").selectOption("BE-MOB");
    page.locator("#lead-FR-1").selectOption("FR-TRA");
    page.locator("#accountable-1").selectOption("FR");
    page.locator("#track-1").selectOption("OPERATIONAL_CAPABILITY");
    page.locator("#rule-days-1").check();
    page.locator("#draft-1 .draft-form button").click();
    assertThat(page.locator("#draft-1 .draft-saved")).isVisible();
    looksRight(page, "intake-marked");
    page.locator("#account form[action$='/launch'] button").click();
    page.locator("#account a[href='/commitments?meeting=VD2016']").waitFor();
  }

  private void upload(Page page, FilePayload file, String summit) {
    browser().open(page, "/declarations");
    page.locator("#summit").selectOption(summit);
    page.locator("#file").setInputFiles(file);
    page.locator("form[enctype] button").click();
  }

  /** A document of Word with a table and nothing that it does not need. */
  private static byte[] table() throws IOException {
    String body =
        "<w:p><w:r><w:t>Réunion du 4 mai 2026</w:t></w:r></w:p><w:tbl>"
            + row("Action", "Responsable", "Échéance")
            + row("Ouvrir un hangar pour la douane", "SPF Finances", "avant le 1er mars 2031")
            + row("Mettre à jour la carte des quais", "", "1er juin 2031")
            + "</w:tbl>";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml"
            ContentType="%s.main+xml"/>
          </Types>
          """
              .formatted(DOCX)
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          """
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:body>%s</w:body></w:document>
          """
              .formatted(body)
              .getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map("<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"::formatted)
        .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
  }
}
