package eu.jalon.audit;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.text.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The audit log as CSV, in the form that all exports have. */
public final class AuditCsv {

  private static final List<String> COLUMNS =
      List.of("at", "zone", "person", "address", "kind", "what", "about", "outcome");

  /** CET or CEST, which tells the two readings of the hour apart in which summer time ends. */
  private static final DateTimeFormatter ZONE =
      DateTimeFormatter.ofPattern("zzz", Locale.ROOT).withZone(BrusselsTime.ZONE);

  private AuditCsv() {}

  /**
   * Writes all entries of a period, the earliest first, with their moments in Europe/Brussels.
   *
   * @throws IOException where the output cannot be written
   */
  public static void write(AuditLog log, AuditLog.Period period, Appendable out)
      throws IOException {
    CsvWriter csv = new CsvWriter(out, COLUMNS);
    try {
      log.each(period, entry -> row(entry, csv));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    csv.flush();
  }

  private static void row(AuditEntry entry, CsvWriter csv) {
    Instant at = entry.at();
    try {
      csv.row(
          Arrays.asList(
              at,
              ZONE.format(at),
              entry.person(),
              entry.address(),
              entry.kind().name(),
              entry.what(),
              entry.about(),
              entry.outcome()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
