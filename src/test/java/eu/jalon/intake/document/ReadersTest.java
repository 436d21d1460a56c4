package eu.jalon.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every format become the same blocks. */
class ReadersTest {

  private static final List<String> GAND =
      List.of(
          "#1 Déclaration commune de la rencontre de Gand",
          "Bruxelles, le 12 mars 2026",
          "#1 I. Sécurité intérieure",
          "#2 1. Police",
          "Évaluation : Les patrouilles mixtes ont repris dans la zone frontalière et les deux gouvernements"
              + " se félicitent de la qualité de la coopération entre leurs services, malgré les difficultés"
              + " rencontrées au cours de l’année écoulée.",
          "#3 Prochaines étapes",
          "*1 Renforcer les patrouilles mixtes dans la zone frontalière et mettre à leur disposition les"
              + " moyens de communication nécessaires, en particulier pendant les grands événements de l’été.",
          "*1 Partager les statistiques :",
          "*2 chaque trimestre ;",
          "*2 dans un format commun.",
          "*1 Former les agents.",
          "#2 2. Justice",
          "Les parquets se sont réunis quatre fois.",
          "#3 Prochaines étapes",
          "*1 Désigner un magistrat de liaison avant le 1er octobre 2026.",
          "*1 Ouvrir une ligne d’alerte :",
          "*2 pour les parquets ;",
          "*2 pour les avocats.",
          "#1 II. Énergie",
          "Les actions suivantes sont convenues :",
          "= Action | Responsable | Échéance",
          "| Étudier une troisième ligne d’interconnexion entre les deux réseaux nationaux | SPF Économie |"
              + " 15/12/2026",
          "| Échanger des inspecteurs | Ministère de la Transition écologique | 30/09/2027",
          "#N Points divers",
          "*1 Tenir une réunion de suivi tous les six mois.",
          "*1 Publier un rapport commun.");

  private final DocumentReaders readers = new DocumentReaders();

  private SourceText read(String name) {
    return readers.read(name, SampleFiles.read(name));
  }

  /** The body without markers, which formats keep with different precision. */
  private static List<String> body(SourceText source) {
    return source.blocks().stream()
        .filter(block -> !(block instanceof PageFurniture))
        .map(
            block ->
                block instanceof ListItem item
                    ? "*" + item.level() + " " + item.text()
                    : Documents.shown(block))
        .map(line -> line.endsWith("Points divers") ? "#N Points divers" : line)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"docx,DOCX", "odt,ODT", "doc,DOC", "rtf,RTF", "pdf,PDF", "html,HTML"})
  void oneDeclarationReadsAlikeInEveryFormat(String extension, DocumentFormat format) {
    SourceText source = read("gand." + extension);

    assertThat(source.format()).isEqualTo(format);
    assertThat(source.date()).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(body(source)).isEqualTo(GAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "odt", "doc", "rtf", "pdf"})
  void headersFootersAndFootnotesStandApart(String extension) {
    List<String> furniture =
        Documents.blocks(read("gand." + extension)).stream()
            .filter(line -> line.matches("[A-Z_]{5,} .*"))
            .toList();

    assertThat(furniture)
        .contains(
            "PAGE_HEADER Rencontre de Gand – document de travail",
            "FOOTNOTE 1 Voir le rapport annuel du centre de coopération.");
    assertThat(furniture).anyMatch(line -> line.matches("PAGE_(FOOTER|NUMBER) Page \\d sur \\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "odt", "doc", "rtf", "pdf"})
  void theNumbersOfListsAreKept(String extension) {
    List<String> markers =
        read("gand." + extension).blocks().stream()
            .filter(ListItem.class::isInstance)
            .map(block -> ((ListItem) block).marker())
            .toList();

    assertThat(markers.get(0)).isEqualTo("•");
    assertThat(markers.subList(5, 9)).containsExactly("1.", "2.", "(a)", "(b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gand.docx",
        "gand.odt",
        "gand.doc",
        "gand.rtf",
        "gand.pdf",
        "gand.html",
        "columns.pdf",
        "actions.xlsx"
      })
  void placesPointAtTheTextOfTheirBlocksInOrder(String name) {
    SourceText source = read(name);

    int end = 0;
    for (Block block : source.blocks()) {
      assertThat(block.place().start()).isGreaterThanOrEqualTo(end);
      end = block.place().end();
      String raw = source.text().substring(block.place().start(), end);
      assertThat(raw).contains(block.text().substring(0, Math.min(3, block.text().length())));
    }
  }

  @Test
  void aPageOfTwoColumnsIsReadColumnByColumn() {
    SourceText source = read("columns.pdf");

    List<String> body = body(source);
    assertThat(source.date()).isEqualTo(LocalDate.of(2026, 6, 3));
    assertThat(body.stream().filter(line -> line.startsWith("#")))
        .containsExactly(
            "#1 1. Police",
            "#1 2. Justice",
            "#1 3. Énergie",
            "#1 4. Santé",
            "#1 5. Mobilité",
            "#1 6. Défense",
            "#1 7. Asile",
            "#1 8. Climat",
            "#1 9. Culture");
    assertThat(
            body.stream()
                .filter(line -> line.startsWith("*1 Former ensemble les agents des deux pays.")))
        .hasSize(9);
    assertThat(body.stream().filter(line -> line.startsWith("*"))).hasSize(27);
    assertThat(source.blocks().get(source.blocks().size() - 1).place().page()).isEqualTo(2);
  }

  @Test
  void sheetsAndSeparatedValuesAreTables() {
    List<String> rows =
        List.of(
            "= Action | Responsable | Échéance",
            "| Créer une brigade; mixte | SPF Intérieur | 15/12/2026",
            "| Former les agents | SPF Finances | 30/11/2026");

    assertThat(Documents.blocks(read("actions.xlsx"))).isEqualTo(rows);
    assertThat(Documents.blocks(readers.read("a.csv", SampleFiles.csv()))).isEqualTo(rows);
    byte[] dos =
        new String(SampleFiles.csv(), StandardCharsets.UTF_8)
            .getBytes(Charset.forName("windows-1252"));
    assertThat(Documents.blocks(readers.read("a.csv", dos))).isEqualTo(rows);
  }

  @Test
  void aTitleAboveTheColumnsIsNoRow() {
    byte[] sheet =
        """
        Suivi des engagements;;
        No.;Action;Échéance
        1;Former les agents;30/11/2026
        """
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Documents.blocks(readers.read("a.csv", sheet)))
        .containsSequence("= No. | Action | Échéance", "| 1 | Former les agents | 30/11/2026")
        .first()
        .asString()
        .endsWith("Suivi des engagements");
  }

  @Test
  void markdownKeepsHeadingsListsAndTables() {
    assertThat(Documents.blocks(readers.read("a.md", SampleFiles.markdown())))
        .containsExactly(
            "#1 Déclaration commune",
            "Bruxelles, le 12 mars 2026",
            "#2 1. Police",
            "#3 Prochaines étapes",
            "*1 • Renforcer les patrouilles mixtes dans la zone frontalière ;",
            "*1 • Partager :",
            "*2 1. les statistiques ;",
            "*2 2. les analyses.",
            "= Action | Responsable | Échéance",
            "| Créer une brigade | SPF Intérieur | 15/12/2026");
  }

  @Test
  void typedBulletsAndLineBreaksInsideAParagraphOfWordAreSeen() {
    byte[] document =
        SampleFiles.insert(
            SampleFiles.read("gand.docx"),
            "word/document.xml",
            "<w:sectPr",
            "<w:p><w:r><w:t>Mesures :</w:t><w:br/><w:t>- Signer un accord ;</w:t><w:br/>"
                + "<w:t>- Créer un portail.</w:t></w:r></w:p>");

    List<String> blocks = Documents.blocks(readers.read("a.docx", document));

    assertThat(blocks)
        .containsSequence("Mesures :", "*1 - Signer un accord ;", "*1 - Créer un portail.");
  }

  @Test
  void whatIsDeletedOrHiddenInAWordDocumentIsNotRead() {
    byte[] document =
        SampleFiles.insert(
            SampleFiles.read("gand.docx"),
            "word/document.xml",
            "<w:sectPr",
            "<w:p><w:r><w:t>Le texte </w:t></w:r><w:del w:id=\"9\"><w:r><w:delText>ancien</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"8\"><w:r><w:t>nouveau</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:t> est lu.</w:t></w:r></w:p>");

    assertThat(Documents.blocks(readers.read("a.docx", document)))
        .contains("Le texte nouveau est lu.");
  }

  @Test
  void cellsThatSpanSeveralRowsAreRepeatedAndTablesOfOneColumnAreText() {
    String cell = "<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
    String table =
        "<w:tbl><w:tr>"
            + cell.formatted("", "Signer")
            + cell.formatted("<w:vMerge w:val=\"restart\"/>", "SPF Justice")
            + "</w:tr><w:tr>"
            + cell.formatted("", "Former")
            + cell.formatted("<w:vMerge/>", "")
            + "</w:tr></w:tbl><w:tbl><w:tr>"
            + cell.formatted("", "Texte encadré.")
            + "</w:tr></w:tbl>";
    byte[] document =
        SampleFiles.insert(SampleFiles.read("gand.docx"), "word/document.xml", "<w:sectPr", table);

    assertThat(Documents.blocks(readers.read("a.docx", document)))
        .containsSequence("| Signer | SPF Justice", "| Former | SPF Justice", "Texte encadré.");
  }

  @Test
  void theNumbersThatWordCountsForHeadingsAreTheirNumbers() {
    String heading =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%s\"/></w:numPr>"
            + "<w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    String added = heading.formatted("3", "Climat") + heading.formatted("2", "Culture");
    byte[] document =
        SampleFiles.insert(SampleFiles.read("gand.docx"), "word/document.xml", "<w:sectPr", added);

    assertThat(Documents.blocks(readers.read("a.docx", document)))
        .contains("#1 3. Climat", "#1 Culture");
  }

  @Test
  void aDateOfTheFileStandsInWithAWarningWhereTheTextStatesNone() {
    String xml =
        new String(
            SampleFiles.unzip(SampleFiles.read("gand.docx")).get("word/document.xml"),
            StandardCharsets.UTF_8);
    byte[] undated =
        SampleFiles.with(
            SampleFiles.read("gand.docx"),
            "word/document.xml",
            xml.replace("Bruxelles, le 12 mars 2026", "Bruxelles")
                .getBytes(StandardCharsets.UTF_8));
    byte[] document =
        SampleFiles.with(
            undated,
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"c\" xmlns:dcterms=\"d\"><dcterms:created>2026-03-15T10:00:00Z</dcterms:created></cp:coreProperties>"
                .getBytes(StandardCharsets.UTF_8));

    SourceText source = readers.read("a.docx", document);

    assertThat(source.date()).isEqualTo(LocalDate.of(2026, 3, 15));
    assertThat(source.warnings()).containsExactly("document.dateFromProperties");
  }

  @Test
  void theFormatIsToldByTheContentAndNotByTheName() {
    assertThat(readers.read("a.txt", SampleFiles.read("gand.docx")).format())
        .isEqualTo(DocumentFormat.DOCX);
    assertThat(readers.read("a.docx", SampleFiles.read("gand.rtf")).format())
        .isEqualTo(DocumentFormat.RTF);
    assertThat(readers.read("a.pdf", SampleFiles.markdown()).format())
        .isEqualTo(DocumentFormat.TEXT);
  }

  /** Where Tesseract is installed a scan is read; elsewhere the refusal says what to install. */
  @Test
  void aScanIsReadOrRefusedWithWhatToInstall() throws Exception {
    byte[] picture = picture();

    if (isTesseractInstalled()) {
      SourceText source = readers.read("scan.png", picture);
      assertThat(source.format()).isEqualTo(DocumentFormat.SCAN);
      assertThat(source.warnings()).containsExactly("document.recognised");
      assertThat(source.text()).contains("Renforcer les patrouilles mixtes");
    } else {
      assertThatThrownBy(() -> readers.read("scan.png", picture))
          .isInstanceOfSatisfying(
              ValidationError.class,
              refusal -> assertThat(refusal.key()).isEqualTo("document.scan"));
    }
  }

  private static byte[] picture() throws Exception {
    try (PDDocument document = Loader.loadPDF(SampleFiles.read("gand.pdf"))) {
      var out = new ByteArrayOutputStream();
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.GRAY), "png", out);
      return out.toByteArray();
    }
  }

  private static boolean isTesseractInstalled() {
    try {
      Process process =
          new ProcessBuilder("tesseract", "--list-langs").redirectErrorStream(true).start();
      String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return listed.contains("fra") || listed.contains("eng");
    } catch (java.io.IOException notInstalled) {
      return false;
    }
  }
}
