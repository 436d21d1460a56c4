package eu.jalon.report.note;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.render.ReportPdf;
import eu.jalon.shared.Language;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest report for series with 2, 3 and 6 parties, on paper. */
class FirstPageTest {

  private static final ReportPdf PDF = new ReportPdf();

  @ParameterizedTest
  @CsvSource({"fr, 2", "nl, 3", "de, 6", "en, 6"})
  void coordinators13_theFirstPageIsOneSheetAndNoWordIsBroken(String language, int parties)
      throws IOException {
    ReportNote note = LongReport.of(Language.of(language), parties);

    try (PDDocument document = Loader.loadPDF(PDF.write(note))) {
      List<List<String>> pages =
          IntStream.rangeClosed(1, document.getNumberOfPages())
              .mapToObj(page -> lines(document, page))
              .toList();
      List<String> headings = headings(note).map(each -> each.text().text()).toList();
      String annex =
          headings(note)
              .filter(ReportBlock.Heading::newPage)
              .findFirst()
              .orElseThrow()
              .text()
              .text();

      assertThat(String.join(" ", pages.get(0)))
          .containsSubsequence(headings.subList(0, 4))
          .doesNotContain(annex);
      assertThat(pages.get(1).get(0)).isEqualTo(annex);
      assertThat(pages)
          .allSatisfy(
              page ->
                  assertThat(page.subList(Math.max(0, page.size() - 3), page.size()))
                      .doesNotContainAnyElementsOf(headings));
      Map<String, Long> printed = counted(pages.stream().flatMap(List::stream));
      assertThat(counted(texts(note)))
          .allSatisfy(
              (word, times) ->
                  assertThat(printed.getOrDefault(word, 0L))
                      .as(word)
                      .isGreaterThanOrEqualTo(times));
    }
  }

  private static List<String> lines(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document).lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Map<String, Long> counted(Stream<String> texts) {
    return texts
        .flatMap(text -> Arrays.stream(text.split("[\\s\u00a0]+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static Stream<ReportBlock.Heading> headings(ReportNote note) {
    return note.blocks().stream()
        .filter(ReportBlock.Heading.class::isInstance)
        .map(ReportBlock.Heading.class::cast);
  }

  private static Stream<String> texts(ReportNote note) {
    return note.blocks().stream()
        .flatMap(
            block -> {
              if (block instanceof ReportBlock.Grid grid) {
                return Stream.concat(
                    grid.columns().stream(),
                    grid.rows().stream()
                        .flatMap(List::stream)
                        .flatMap(cell -> cell.lines().stream())
                        .map(ReportText::text));
              }
              if (block instanceof ReportBlock.Items items) {
                return items.items().stream().flatMap(List::stream).map(ReportText::text);
              }
              if (block instanceof ReportBlock.Heading heading) {
                return Stream.of(heading.text().text());
              }
              if (block instanceof ReportBlock.Prose prose) {
                return prose.runs().stream().map(ReportText::text);
              }
              return Stream.of(((ReportBlock.Paragraph) block).text().text());
            });
  }
}
