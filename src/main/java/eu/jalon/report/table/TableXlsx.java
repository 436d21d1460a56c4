package eu.jalon.report.table;

import eu.jalon.shared.text.TextPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as workbooks of one sheet (ISO/IEC 29500) with typed dates and numbers, texts that
 * are never formulas, and a frozen header row with filters.
 */
public final class TableXlsx {

  private static final String DAY = "dd/mm/yyyy";

  /** The maximum number of characters in a cell. */
  private static final int MAX_TEXT = 32_767;

  private static final int MAX_NAME = 31;

  private TableXlsx() {}

  /**
   * Writes a table; the stream stays open.
   *
   * @throws IOException if the client has disconnected
   */
  public static void write(Table table, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Jalon", "1.0");
    Worksheet sheet = workbook.newWorksheet(name(table.name()));
    headings(table, sheet);
    int at = 1;
    for (List<@Nullable Object> row : table.rows()) {
      for (int column = 0; column < row.size(); column++) {
        cell(sheet, at, column, row.get(column));
      }
      at++;
    }
    sheet.setAutoFilter(0, 0, Math.max(1, at - 1), table.columns().size() - 1);
    if (table.note() != null) {
      sheet.value(at, 0, text(table.note()));
      sheet.style(at, 0).bold().set();
    }
    workbook.finish();
  }

  private static void headings(Table table, Worksheet sheet) {
    for (int column = 0; column < table.columns().size(); column++) {
      Table.Column heading = table.columns().get(column);
      sheet.value(0, column, text(heading.heading()));
      sheet.width(column, heading.width());
    }
    sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().wrapText(true).set();
    sheet.freezePane(0, 1);
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
    if (cell instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(DAY).set();
    } else if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof String text && !text.isEmpty()) {
      sheet.inlineString(row, column, text(text));
    }
  }

  /** The text, cut to the maximum length of a cell. */
  private static String text(String text) {
    String kept = TextPolicy.MULTI_LINE.cleaned(text, "");
    if (kept.length() <= MAX_TEXT) {
      return kept;
    }
    return kept.substring(
        0, MAX_TEXT - (Character.isHighSurrogate(kept.charAt(MAX_TEXT - 1)) ? 1 : 0));
  }

  /** A valid worksheet name: at most 31 characters, without characters used in cell references. */
  private static String name(String name) {
    String plain = text(name).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return plain.length() <= MAX_NAME ? plain : plain.substring(0, MAX_NAME);
  }
}
