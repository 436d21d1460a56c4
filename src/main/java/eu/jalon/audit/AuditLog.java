package eu.jalon.audit;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.TextPolicy;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Records sign-ins, denied requests and changes; entries cannot be changed. */
@Service
public class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int EXPORT_PAGE = 500;

  private static final int PERSON = 63;
  private static final int ADDRESS = 45;
  private static final int TEXT = 200;
  private static final int OUTCOME = 60;

  /**
   * A period of days in Europe/Brussels, both included; rejects a first day after the last, and
   * years before 2000 or after 2199.
   */
  public record Period(LocalDate from, LocalDate until) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    public Period {
      if (from.isAfter(until) || from.isBefore(FIRST) || until.isAfter(LAST)) {
        throw ValidationError.invalid("audit.period", from, until);
      }
    }

    Instant start() {
      return from.atStartOfDay(BrusselsTime.ZONE).toInstant();
    }

    Instant end() {
      return until.plusDays(1).atStartOfDay(BrusselsTime.ZONE).toInstant();
    }
  }

  private final JdbcAudit entries;
  private final Clock clock;

  AuditLog(JdbcAudit entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** Records an entry without path variables. */
  public void record(
      AuditKind kind, @Nullable String person, String address, String what, String outcome) {
    record(kind, person, address, what, null, outcome);
  }

  /**
   * Records an entry in its own transaction. Hidden characters are made visible and long texts
   * truncated. An entry that cannot be stored is written to the application log instead; the caller
   * does not fail.
   */
  public void record(
      AuditKind kind,
      @Nullable String person,
      String address,
      String what,
      @Nullable String about,
      String outcome) {
    AuditEntry entry =
        new AuditEntry(
            0,
            clock.instant(),
            person == null ? null : shown(person, PERSON),
            shown(address, ADDRESS),
            kind,
            shown(what, TEXT),
            about == null ? null : shown(about, TEXT),
            shown(outcome, OUTCOME));
    Metrics.counter("jalon.audit.entries", "kind", kind.name()).increment();
    try {
      entries.insert(entry);
    } catch (DataAccessException | TransactionException failure) {
      LOG.error("Cannot store audit entry {}", entry, failure);
    }
  }

  /** Returns the id of the last entry of kind {@code ACT} on any node; 0 if there is none. */
  public long lastAct() {
    return entries.lastAct();
  }

  /** Returns a page of the entries of a period, latest first. */
  public Page<AuditEntry> page(Period period, @Nullable AuditKind kind, Page.Request request) {
    return Page.of(
        entries.page(period.start(), period.end(), kind, request),
        request,
        entries.count(period.start(), period.end(), kind));
  }

  /**
   * Passes all entries of a period to a consumer, oldest first, without loading them all into
   * memory.
   */
  public void each(Period period, Consumer<AuditEntry> reader) {
    Instant at = period.start();
    long id = 0;
    List<AuditEntry> next;
    do {
      next = entries.after(at, id, period.end(), EXPORT_PAGE);
      next.forEach(reader);
      if (!next.isEmpty()) {
        AuditEntry last = next.get(next.size() - 1);
        at = last.at();
        id = last.id();
      }
    } while (next.size() == EXPORT_PAGE);
  }

  /**
   * Returns the text on one line with hidden characters made visible, truncated to a number of
   * UTF-16 code units.
   */
  private static String shown(String text, int longest) {
    String shown = TextPolicy.revealed(text);
    if (shown.length() <= longest) {
      return shown;
    }
    int end = longest - 1;
    return shown.substring(0, end - (Character.isHighSurrogate(shown.charAt(end - 1)) ? 1 : 0))
        + "…";
  }
}
