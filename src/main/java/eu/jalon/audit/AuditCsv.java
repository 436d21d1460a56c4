package eu.jalon.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The audit log as CSV (RFC 4180), safe to open in a spreadsheet. */
public final class AuditCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader("at", "person", "address", "kind", "what", "about", "outcome")
          .get();

  /** What makes a spreadsheet calculate. */
  private static final String FORMULA = "=+-@\t\r";

  private AuditCsv() {}

  /**
   * Writes all entries of a period, the earliest first, with their instants in UTC (ISO 8601).
   *
   * @throws IOException where nobody reads any more
   */
  public static void write(AuditLog log, AuditLog.Period period, Appendable out)
      throws IOException {
    CSVPrinter printer = FORMAT.print(out);
    try {
      log.each(period, entry -> print(entry, printer));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    printer.flush();
  }

  private static void print(AuditEntry entry, CSVPrinter printer) {
    try {
      printer.printRecord(
          entry.at().toString(),
          text(entry.person()),
          text(entry.address()),
          entry.kind().name(),
          text(entry.what()),
          text(entry.about()),
          text(entry.outcome()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
