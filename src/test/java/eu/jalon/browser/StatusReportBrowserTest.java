package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status report on screen, on paper and as files, and the evaluations it contains. */
class StatusReportBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "coord-be, nl, Nota over de stand van zaken",
    "coord-fr, fr, Note d’état d’avancement"
  })
  void fromTheNavigationToAPdfInTheMinistersLanguage(String person, String lang, String title)
      throws IOException {
    Page page = coordinator(person);
    browser().open(page, "/");
    page.locator(".mainnav a[href='/report']").click();
    page.locator(".report-bar a[hreflang=" + lang + "]").click();
    page.waitForURL(url -> url.contains("lang=" + lang));
    assertThat(page.locator("main h1")).hasText(title);
    assertThat(page.locator("article.note")).hasAttribute("lang", lang + "-BE");
    assertThat(page.locator("h2[id='theme-VD2023-2']")).isVisible();
    looksRight(page, "report-" + person);

    Download pdf = page.waitForDownload(() -> page.locator("a[href^='/report.pdf']").click());
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
      assertThat(new PDFTextStripper().getText(document)).contains(title);
    }
    Download odt = page.waitForDownload(() -> page.locator("a[href^='/report.odt']").click());
    assertThat(odt.suggestedFilename()).endsWith("-" + lang + ".odt");
  }

  @Test
  void anotherBeginningByKeyboardAlone() {
    Page page = coordinator("coord-fr");
    browser().open(page, "/report?lang=nl");
    page.locator("#since").focus();
    page.locator("#since").fill("2027-02-28");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("since=2027-02-28") && url.contains("lang=nl"));
    assertThat(page.locator("#changed")).hasText("Wat er sinds 28 februari 2027 veranderd is");
    assertThat(page.locator(".report-bar a[hreflang=fr]"))
        .hasAttribute("href", "/report?lang=fr&since=2027-02-28");
  }

  @Test
  void onPaperNothingButTheNote() throws IOException {
    Page page = coordinator("coord-be", ColorScheme.DARK, 1280);
    browser().open(page, "/report?lang=fr");
    looksRight(page, "report-dark");
    String sender = page.locator(".note-sender").innerText();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".masthead")).isHidden();
    assertThat(page.locator(".report-bar")).isHidden();
    Browser.picture(page, "report-print");
    try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      assertThat(stripper.getText(paper)).startsWith(sender);
      int themes = page.locator("h2.note-page").count();
      assertThat(paper.getNumberOfPages()).isGreaterThan(themes);
    }
  }

  @ParameterizedTest
  @CsvSource({"coord-be, LIGHT", "coord-fr, DARK"})
  void readOnAPhone(String person, ColorScheme scheme) {
    Page page = coordinator(person, scheme, 360);
    browser().open(page, "/report?lang=nl");
    looksRight(page, "report-phone-" + scheme);
    browser().open(page, "/report/evaluation");
    looksRight(page, "evaluation-phone-" + scheme);
  }

  @Test
  void anEvaluationIsKeptByKeyboardAndItsDraftComesBack() {
    Page page = coordinator("coord-be");
    browser().open(page, "/report/evaluation?lang=nl");
    Locator sheet = page.locator("section[id='DEF2018-0']");
    String draft = sheet.locator("textarea").inputValue();
    sheet.locator("textarea").focus();
    page.keyboard().press("Control+End");
    page.keyboard().type(" Beide landen zijn daar tevreden over.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(sheet.locator("textarea"))
        .hasValue(draft + " Beide landen zijn daar tevreden over.");
    browser().open(page, "/report?lang=nl");
    assertThat(page.locator("article.note")).containsText("tevreden over");

    browser().open(page, "/report/evaluation?lang=nl");
    sheet.locator("summary").click();
    assertThat(sheet.locator(".difference-ONLY_KEPT")).containsText("tevreden over");
    looksRight(page, "evaluation");
    sheet.locator("details button").click();
    assertThat(sheet.locator("textarea")).hasValue(draft);
    assertThat(sheet.locator("details")).hasCount(0);
  }

  @Test
  void whoComesSecondSeesBothTextsAndLosesNone() {
    Page first = coordinator("coord-be");
    Page second = coordinator("coord-fr");
    browser().open(first, "/report/evaluation?lang=fr");
    browser().open(second, "/report/evaluation?lang=fr");
    Locator theirs = first.locator("section[id='VD2016-0']");
    Locator mine = second.locator("section[id='VD2016-0']");
    mine.locator("textarea").fill("Le second texte est celui-là.");
    theirs.locator("textarea").fill("Le premier texte est celui-ci.");
    theirs.locator("form.evaluation-form button").click();
    assertThat(theirs.locator("[role=status]")).isVisible();
    assertThat(second.locator("#live .live-line")).isVisible();
    mine.locator("form.evaluation-form button").click();
    assertThat(second.locator("[role=alert]")).isVisible();
    assertThat(mine.locator("textarea")).hasValue("Le second texte est celui-là.");
    assertThat(mine.locator(".notice-bad")).containsText("Le premier texte est celui-ci.");
    looksRight(second, "evaluation-conflict");
  }
}
