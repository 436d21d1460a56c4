package eu.jalon.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import eu.jalon.TestParties;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Documents as people have them, from upload to launched. */
class DocumentIntakeBrowserTest extends BrowserTest {

  private static final String FRENCH =
      """
      Rencontre ministérielle de Dinant

      11. Gares et trains

      Prochaines étapes :

      • Le SPF Intérieur et le ministère de l’Intérieur renforcent
        les patrouilles de 12 agents avant le 1er mars 2031.
      • Le SPF Intérieur et le ministère de l’Intérieur publient un
        guide commun de la police des gares avant le 1er mars 2031.
      • Le SPF Intérieur et le ministère de l’Intérieur organisent la
        formation de 40 agents avant le 1er juin 2031.

      12. Ports et canaux

      Prochaines étapes :

      • Le SPF Finances et le ministère de l’Économie poursuivent leurs
        échanges de listes avec Europol avant le 1er mars 2031.
      """;

  private static final String DUTCH =
      """
      Ministeriële ontmoeting van Dinant

      11. Stations en treinen

      Volgende stappen:

      • De FOD Binnenlandse Zaken en het Franse ministerie van
        Binnenlandse Zaken versterken de patrouilles met 14 agenten vóór 1 maart 2031.
      • De FOD Binnenlandse Zaken en het Franse ministerie van
        Binnenlandse Zaken organiseren de opleiding van 40 agenten vóór 1 juni 2031.
      • De FOD Binnenlandse Zaken en het Franse ministerie van
        Binnenlandse Zaken geven een gemeenschappelijke gids van de stationspolitie uit vóór 1 maart 2031.

      12. Havens en kanalen

      Volgende stappen:

      • De FOD Financiën en het Franse ministerie van Economie zetten hun
        uitwisseling van lijsten met Europol voort vóór 1 maart 2031.
      """;

  private static byte[] pdf(String text) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
        content.setLeading(15);
        content.newLineAtOffset(60, 780);
        for (String line : text.split("\n", -1)) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Suivi");
      List<List<String>> rows =
          List.of(
              List.of("Tableau de suivi"),
              List.of(
                  "Réf", "Thème", "Action", "Actie", "Pilotes", "Fin visée", "Statut", "Remarques"),
              List.of(
                  "A1",
                  "Gares",
                  "Renforcer les patrouilles communes dans les gares",
                  "De gemeenschappelijke patrouilles in de stations versterken",
                  "SPF Intérieur, ministère de l’Intérieur (FR)",
                  "",
                  "En cours",
                  "Deux patrouilles; la troisième \"en mai\""),
              List.of(
                  "A2",
                  "Gares",
                  "Organiser la formation des agents des gares",
                  "De opleiding van de agenten van de stations organiseren",
                  "SPF Intérieur, ministère de l’Intérieur (FR)",
                  "",
                  "Grippé",
                  "Marché attaqué"),
              List.of(
                  "A3",
                  "Ports",
                  "Poursuivre l’échange des listes de quais",
                  "De uitwisseling van de lijsten van kades voortzetten",
                  "SPF Finances, ministère de l’Économie (FR)",
                  "",
                  "",
                  ""),
              List.of("", "", "", "", "", "", "", "vu en réunion"));
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
      for (int row = 2; row < 5; row++) {
        sheet.value(row, 5, LocalDate.of(2031, 3, row));
        sheet.style(row, 5).format("dd/mm/yyyy").set();
      }
    }
    return bytes.toByteArray();
  }

  private static void upload(Page page, String meeting, String name, byte[] content) {
    page.locator("#summit").selectOption(meeting);
    page.locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    page.locator("form[enctype] button").click();
  }

  private Person person(String id) {
    return bean(Directory.class).person(new PersonId(id)).orElseThrow();
  }

  /** Fills in what the documents do not state, behind the page. */
  private void complete(UUID id, Person by) {
    for (DraftItem item : bean(Intake.class).get(id, by).items()) {
      bean(DraftReview.class)
          .change(
              id,
              item.n(),
              new ItemChange(
                  item.version(),
                  Map.of(),
                  Track.STANDING_COOPERATION,
                  List.of(new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT")),
                  TestParties.BE,
                  null,
                  null,
                  null),
              by);
    }
  }

  private static void launch(Page page) {
    page.locator("form[action$='/launch'] button").click();
    page.locator("#account a[href^='/commitments?']").waitFor();
  }

  @Test
  void twoLanguageVersionsInPdfBecomeOneSetOfDrafts() throws IOException {
    Page page = coordinator("coord-be");
    browser().open(page, "/declarations");
    upload(page, "VD2018", "dinant.pdf", pdf(FRENCH));
    page.waitForURL(Pattern.compile("/declarations/[0-9a-f-]{36}$"));
    UUID id = UUID.fromString(page.url().replaceAll(".*/", ""));
    assertThat(page.locator(".draft")).hasCount(4);

    browser().open(page, "/declarations");
    upload(page, "VD2018", "dinant-nl.pdf", pdf(DUTCH));
    page.waitForURL(Pattern.compile("/declarations/" + id + "/versions/nl$"));
    assertThat(page.locator(".match")).hasCount(5);
    assertThat(page.locator(".match").first().locator(".match-differences"))
        .containsText(Pattern.compile("12 .*14"));
    looksRight(page, "versions");

    Locator alone = page.locator(".match-alone .match-step[draggable]");
    assertThat(alone).hasCount(1);
    String moved = alone.getAttribute("id");
    String target = moved.equals("step-2") ? "11.03" : "11.02";
    Locator field = page.locator("#" + moved + " [name=draft]");
    field.fill("9.99");
    field.press("Enter");
    assertThat(page.locator("[role=alert]")).containsText("9.99");
    assertThat(field).hasValue("9.99");
    field.fill(target);
    field.press("Enter");
    assertThat(page.locator(".match")).hasCount(4);
    assertThat(field).isFocused();
    assertThat(page.locator(".match-alone")).hasCount(0);

    // Both rows in sight: a page that scrolls while the mouse is down loses the drag.
    page.setViewportSize(1280, 1800);
    page.waitForLoadState();
    page.locator("#step-1").dragTo(page.locator(".match[data-ref='12.01']"));
    assertThat(page.locator(".match[data-ref='12.01'] .match-step")).hasId("step-1");
    page.waitForLoadState();
    page.locator("#step-1").dragTo(page.locator(".match[data-ref='11.01']"));
    assertThat(page.locator(".match[data-ref='11.01'] .match-step")).hasId("step-1");

    Person by = person("coord-be");
    assertThat(bean(Intake.class).get(id, by).items())
        .allMatch(item -> item.title().in(Texts.NL) != null);
    Page small = coordinator("coord-fr", ColorScheme.DARK, 390);
    browser().open(small, "/declarations/" + id + "/versions/nl");
    looksRight(small, "versions-coord-frDARK390");

    page.locator("main .btn-primary").click();
    page.waitForURL(Pattern.compile("/declarations/" + id + "$"));
    complete(id, by);
    browser().open(page, "/declarations/" + id);
    launch(page);
    assertThat(
            bean(Commitments.class).get(new CommitmentRef("VD2018-11.02"), by).title().in(Texts.NL))
        .containsIgnoringCase("gids");
  }

  @Test
  void aTrackingSheetIsPreviewedTakenOverAndLaunchedWithItsReports() throws IOException {
    Page page = coordinator("coord-fr");
    browser().open(page, "/declarations");
    page.locator("a[href='/declarations/sheets']").click();
    upload(page, "VD2018", "suivi.xlsx", workbook());
    page.waitForURL(Pattern.compile("/declarations/sheets/[0-9a-f-]{36}$"));
    assertThat(page.locator("#take")).hasCount(0);
    assertThat(page.locator("#row-6")).hasClass(Pattern.compile("sheet-refused"));
    looksRight(page, "sheet");

    page.locator("#column-5").selectOption("DEADLINE");
    page.locator("#status-1").selectOption("BLOCKED");
    page.locator("#taken-6").uncheck();
    page.locator("section form button, form.stack button").last().click();
    assertThat(page.locator("#take")).isVisible();
    assertThat(page.locator("#row-3")).containsText("2031");
    looksRight(page, "sheet-mapped");
    Page small = coordinator("coord-be", ColorScheme.LIGHT, 390);
    small.navigate(page.url());
    looksRight(small, "sheet-coord-beLIGHT390");

    page.locator("#take").click();
    page.waitForURL(Pattern.compile("/declarations/[0-9a-f-]{36}$"));
    UUID id = UUID.fromString(page.url().replaceAll(".*/", ""));
    Person by = person("coord-fr");
    complete(id, by);
    browser().open(page, "/declarations/" + id);
    launch(page);
    List<CommitmentRef> refs =
        bean(Intake.class).get(id, by).items().stream()
            .map(item -> CommitmentRef.of(new MeetingId("VD2018"), item.theme(), item.position()))
            .toList();
    assertThat(bean(Commitments.class).reports(refs.get(1)))
        .extracting(ProgressReport::status, ProgressReport::text)
        .containsExactly(tuple(ProgressStatus.BLOCKED, "Marché attaqué (suivi.xlsx, 4)"));
    assertThat(bean(Commitments.class).get(refs.get(2), by).title().in(Texts.NL))
        .isEqualTo("De uitwisseling van de lijsten van kades voortzetten");
  }
}
