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

/** Exports the audit log as CSV. */
public final class AuditCsv {

  private static final List<String> COLUMNS =
      List.of("at", "zone", "person", "address", "kind", "what", "about", "outcome");

  /** CET or CEST, because local times in the hour in which summer time ends are ambiguous. */
  private static final DateTimeFormatter ZONE =
      DateTimeFormatter.ofPattern("zzz", Locale.ROOT).withZone(BrusselsTime.ZONE);

  private AuditCsv() {}

  /**
   * Writes all entries of a period, oldest first, with times in Europe/Brussels.
   *
   * @throws IOException if the output cannot be written
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
