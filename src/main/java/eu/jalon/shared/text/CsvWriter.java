package eu.jalon.shared.text;

import eu.jalon.shared.BrusselsTime;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The one form of all CSV exports (RFC 4180), as French and Dutch spreadsheets open it: UTF-8 with
 * a byte order mark, semicolons, days as {@code 2027-03-01}, moments as {@code 2027-03-01 08:05:00}
 * in Europe/Brussels, texts guarded against being calculated.
 */
public final class CsvWriter {

  /** Before the first cell, so that a spreadsheet reads the file as UTF-8. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BrusselsTime.ZONE);

  private final CSVPrinter printer;

  /**
   * Begins a file with its headings.
   *
   * @throws IOException where the output cannot be written
   */
  public CsvWriter(Appendable out, List<String> headings) throws IOException {
    out.append(BYTE_ORDER_MARK);
    printer = FORMAT.print(out);
    row(headings);
  }

  /**
   * Writes a row.
   *
   * @param cells texts, whole numbers, days and moments; null for an empty cell
   * @throws IOException where the output cannot be written
   */
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    printer.printRecord(cells.stream().map(CsvWriter::cell).toList());
  }

  /**
   * Hands everything to the output, which stays open.
   *
   * @throws IOException where the output cannot be written
   */
  public void flush() throws IOException {
    printer.flush();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    boolean harmless =
        value instanceof LocalDate || value instanceof Integer || value instanceof Long;
    return harmless ? value.toString() : FormulaGuard.guarded(value.toString());
  }
}
