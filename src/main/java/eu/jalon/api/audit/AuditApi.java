package eu.jalon.api.audit;

import eu.jalon.audit.AuditCsv;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for administrators. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

  private static final int DAYS = 30;

  private final AuditLog audit;
  private final Clock clock;

  AuditApi(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The entries of a period as CSV (RFC 4180, UTF-8), oldest first.
   *
   * @param from the first day, Europe/Brussels; by default 30 days before the last
   * @param until the last day; by default today
   */
  @GetMapping(produces = "text/csv")
  void export(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      Person reader,
      HttpServletResponse response)
      throws IOException {
    if (!reader.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    LocalDate last = until == null ? BrusselsTime.today(clock) : until;
    AuditLog.Period period = new AuditLog.Period(from == null ? last.minusDays(DAYS) : from, last);
    response.setContentType("text/csv; charset=UTF-8; header=present");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("jalon-audit-" + period.from() + "-" + period.until() + ".csv")
            .build()
            .toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    AuditCsv.write(audit, period, response.getWriter());
  }
}
