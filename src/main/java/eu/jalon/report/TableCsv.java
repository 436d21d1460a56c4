package eu.jalon.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180) the way spreadsheets of both countries open it: UTF-8 with a mark, and
 * semicolons. Days are written as {@code 2027-03-01}; a text that a spreadsheet would calculate has
 * an apostrophe before it.
 */
public final class TableCsv {

  private static final char MARK = '\uFEFF';

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

  /** What makes a spreadsheet calculate, or leave the cell. */
  private static final String FORMULA = "=+-@\t\r\n";

  private TableCsv() {}

  /**
   * Writes a table; the stream stays open.
   *
   * @throws IOException where nobody reads any more
   */
  public static void write(Table table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    CSVPrinter printer = FORMAT.print(writer);
    printer.printRecord(table.columns().stream().map(column -> text(column.heading())).toList());
    for (List<@Nullable Object> row : table.rows()) {
      printer.printRecord(row.stream().map(TableCsv::cell).toList());
    }
    if (table.note() != null) {
      printer.printRecord(text(table.note()));
    }
    printer.flush();
  }

  private static String cell(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof String text ? text(text) : cell.toString();
  }

  private static String text(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
