package eu.jalon.audit;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.TextPolicy;
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

/** Writes down who signed in, was refused or did something; there is no way to change a line. */
@Service
public class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int EXPORT_PAGE = 500;

  private static final int PERSON = 63;
  private static final int ADDRESS = 45;
  private static final int TEXT = 200;
  private static final int OUTCOME = 60;

  /**
   * Days of the log, both included, Europe/Brussels; refuses a first day after the last, and years
   * before 2000 or after 2199.
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

  /** Writes a line that is about no thing in particular. */
  public void record(
      AuditKind kind, @Nullable String person, String address, String what, String outcome) {
    record(kind, person, address, what, null, outcome);
  }

  /**
   * Writes a line, in a transaction of its own. Control characters are made visible and long texts
   * cut. What cannot be written is put into the log of the application instead, and does not fail
   * what was done.
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
    try {
      entries.insert(entry);
    } catch (DataAccessException | TransactionException unwritten) {
      LOG.error("Not in the audit log: {}", entry, unwritten);
    }
  }

  /** The number of the last act that anybody did, on any node; 0 before the first. */
  public long lastAct() {
    return entries.lastAct();
  }

  /** The entries of a period, the latest first. */
  public Page<AuditEntry> page(Period period, @Nullable AuditKind kind, Page.Request request) {
    return Page.of(
        entries.page(period.start(), period.end(), kind, request),
        request,
        entries.count(period.start(), period.end(), kind));
  }

  /** Hands over all entries of a period, the earliest first, without holding them in memory. */
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

  /** One line in which hidden characters show; longest in UTF-16 code units. */
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
