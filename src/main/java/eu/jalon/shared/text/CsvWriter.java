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
 * Writes all CSV exports (RFC 4180) in the form that French and Dutch spreadsheets open: UTF-8 with
 * a byte order mark, semicolons, dates as {@code 2027-03-01}, instants as {@code 2027-03-01
 * 08:05:00} in Europe/Brussels, texts protected against formula injection.
 */
public final class CsvWriter {

  /** Precedes the first cell so that spreadsheets read the file as UTF-8. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BrusselsTime.ZONE);

  private final CSVPrinter printer;

  /**
   * Starts a file and writes its headings.
   *
   * @throws IOException if the output cannot be written
   */
  public CsvWriter(Appendable out, List<String> headings) throws IOException {
    out.append(BYTE_ORDER_MARK);
    printer = FORMAT.print(out);
    row(headings);
  }

  /**
   * Writes a row.
   *
   * @param cells texts, integers, dates and instants; null for an empty cell
   * @throws IOException if the output cannot be written
   */
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    printer.printRecord(cells.stream().map(CsvWriter::cell).toList());
  }

  /**
   * Flushes the output, which stays open.
   *
   * @throws IOException if the output cannot be written
   */
  public void flush() throws IOException {
    printer.flush();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant instant) {
      return INSTANT.format(instant);
    }
    boolean plain = value instanceof LocalDate || value instanceof Integer || value instanceof Long;
    return plain ? value.toString() : FormulaGuard.guarded(value.toString());
  }
}
