package eu.jalon.report.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks that exported tables contain their values and no formulas. */
class TableTest {

  private static final Table TABLE =
      new Table(
          "En retard: [1/2]",
          List.of(
              new Table.Column("Échéance", 12),
              new Table.Column("Jours", 8),
              new Table.Column("Intitulé", 40)),
          List.of(
              Arrays.asList(LocalDate.of(2027, 3, 1), 12, "L’arrangement « Dublin »; \"36.1\""),
              Arrays.asList(null, 0, "=HYPERLINK(\"https://example.org\")"),
              Arrays.asList(LocalDate.of(2028, 2, 29), 3L, "\u0007 <b> & \uD800 \uD83C\uDDE7")),
          "Il y en a d’autres.");

  @Test
  void csvOpensInFrenchAndBelgianSpreadsheets() throws IOException {
    assertThat(csv(TABLE))
        .startsWith("\uFEFFÉchéance;Jours;Intitulé\r\n")
        .contains("2027-03-01;12;\"L’arrangement « Dublin »; \"\"36.1\"\"\"\r\n")
        .endsWith("\r\nIl y en a d’autres.\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
  void textsAreNeverFormulas(String text) throws Exception {
    Table table = new Table("T", List.of(new Table.Column("H", 5)), List.of(List.of(text)), null);

    assertThat(csv(table)).contains("'" + text);
    assertThat(sheet(table).getElementsByTagName("f").getLength()).isZero();
  }

  @Test
  void aWorkbookHasTypedDatesNumbersAndTexts() throws Exception {
    Document sheet = sheet(TABLE);

    assertThat(cell(sheet, "A2").getAttribute("s")).isNotEmpty();
    long days = LocalDate.of(2027, 3, 1).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    assertThat(Double.parseDouble(text(cell(sheet, "A2"))))
        .as("days since 30 December 1899")
        .isEqualTo((double) days);
    assertThat(cell(sheet, "B2").getAttribute("t")).isNotEqualTo("inlineStr");
    assertThat(text(cell(sheet, "B4"))).isEqualTo("3");
    assertThat(text(cell(sheet, "C3"))).isEqualTo("=HYPERLINK(\"https://example.org\")");
    assertThat(text(cell(sheet, "C4"))).isEqualTo("<b> &  \uD83C\uDDE7");
    assertThat(text(cell(sheet, "A5"))).isNotEmpty();
  }

  @Test
  void theHeaderRowIsFrozenAndHasFilters() throws Exception {
    Document sheet = sheet(TABLE);

    Element pane = (Element) sheet.getElementsByTagName("pane").item(0);
    assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
    assertThat(pane.getAttribute("state")).isEqualTo("frozen");
    Element filter = (Element) sheet.getElementsByTagName("autoFilter").item(0);
    assertThat(filter.getAttribute("ref")).isEqualTo("A1:C4");
    assertThat(part(TABLE, "xl/workbook.xml")).contains("name=\"En retard   1 2\"");
    assertThat(part(TABLE, "xl/styles.xml")).contains("dd/mm/yyyy");
  }

  @Test
  void anEmptyTableHasOnlyHeadings() throws Exception {
    Table empty = new Table("Vide", TABLE.columns(), List.of(), null);

    assertThat(csv(empty)).isEqualTo("\uFEFFÉchéance;Jours;Intitulé\r\n");
    assertThat(sheet(empty).getElementsByTagName("row").getLength()).isPositive();
  }

  @Test
  void aRowOfTheWrongSizeIsRejected() {
    assertThatThrownBy(() -> new Table("T", TABLE.columns(), List.of(List.of("allein")), null))
        .hasMessageContaining("1 cells for 3 columns");
    assertThatThrownBy(
            () ->
                new Table(
                    "T", List.of(new Table.Column("H", 5)), List.of(List.of(new byte[1])), null))
        .hasMessageContaining("Unsupported cell type");
  }

  private static String csv(Table table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableCsv.write(table, out);
    return out.toString(UTF_8);
  }

  private static Document sheet(Table table) throws Exception {
    byte[] xml = part(table, "xl/worksheets/sheet1.xml").getBytes(UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static String part(Table table, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableXlsx.write(table, out);
    Path file = Files.createTempFile("table", ".xlsx");
    try {
      Files.write(file, out.toByteArray());
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Element cell(Document sheet, String address) {
    var cells = sheet.getElementsByTagName("c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      if (cell.getAttribute("r").equals(address)) {
        return cell;
      }
    }
    throw new AssertionError("No cell " + address);
  }

  private static String text(Element cell) {
    return cell.getTextContent();
  }
}
