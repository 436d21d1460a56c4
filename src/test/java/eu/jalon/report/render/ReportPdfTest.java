package eu.jalon.report.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.report.ReportNotes;
import eu.jalon.shared.Language;
import eu.jalon.shared.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Checks the PDF file with PDFBox. */
class ReportPdfTest {

  private static final ReportPdf PDF = new ReportPdf();

  @Test
  void theTextIsCompleteAndInOrderOnA4() throws IOException {
    try (PDDocument document = document(Texts.FR)) {
      String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");

      assertThat(text)
          .containsSubsequence(
              "Belgique – France",
              "Le 1er mars 2027",
              "Note d’état d’avancement",
              "En bref",
              "</text:p><script>alert(1)</script> & \"l’œuvre\" « à 5\u202fh » <img",
              "Référence",
              "VD2023-2.06",
              "Faire du CCPD une plateforme",
              "« Het werkt. »",
              "Thème 2 – Sécurité",
              "Détail")
          .contains("1 / 2", "2 / 2");
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isBetween(594f, 597f);
      assertThat(page.getHeight()).isBetween(840f, 843f);
    }
  }

  @Test
  void theFileIsTaggedWithTitleAndLanguage() throws IOException {
    try (PDDocument document = document(Texts.NL)) {
      var catalog = document.getDocumentCatalog();
      String metadata = new String(catalog.getMetadata().toByteArray(), UTF_8);

      assertThat(catalog.getLanguage()).isEqualTo("nl-BE");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(catalog.getDocumentOutline().children()).hasSize(2);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Note d’état d’avancement");
      assertThat(metadata).contains("pdfuaid").contains("Note d’état d’avancement");
    }
  }

  @Test
  void fontsAreEmbeddedAndThereIsNoActiveContent() throws IOException {
    try (PDDocument document = document(Texts.FR)) {
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
        assertThat(page.getResources().getXObjectNames()).isEmpty();
        assertThat(page.getAnnotations()).isEmpty();
      }

      assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(document.getDocumentCatalog().getNames()).isNull();
    }
  }

  @Test
  void userTextIsEscaped() {
    assertThat(PDF.html(ReportNotes.of(Texts.FR)))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script", "<img", "\u0007", "\u202e");
  }

  @Test
  void noLineEndsAfterAnElisionOrInsideAReference() {
    ReportTextBreaker breaks = new ReportTextBreaker(Texts.FR.locale());
    String text = "de l’armement à l’œuvre (VD2023-2.06)";
    breaks.setText(text);
    List<String> before = new ArrayList<>();
    for (int at = breaks.next(); at >= 0; at = breaks.next()) {
      before.add(text.substring(0, at).strip());
    }

    assertThat(before)
        .containsExactly(
            "de",
            "de l’armement",
            "de l’armement à",
            "de l’armement à l’œuvre",
            "de l’armement à l’œuvre (VD2023-2.06)");
  }

  private static PDDocument document(Language language) throws IOException {
    return Loader.loadPDF(PDF.write(ReportNotes.of(language)));
  }
}
