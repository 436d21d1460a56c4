package eu.jalon.pages.audit;

import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log, for administrators. */
@Workspace
class AuditController {

  private static final int PAGE = 100;
  private static final int DAYS = 30;

  private final AuditLog audit;
  private final PageFormatter format;

  AuditController(AuditLog audit, PageFormatter format) {
    this.audit = audit;
    this.format = format;
  }

  @GetMapping("/audit")
  String list(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    if (!person.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    LocalDate last = until == null ? format.today() : until;
    AuditLog.Period period = new AuditLog.Period(from == null ? last.minusDays(DAYS) : from, last);
    Page<AuditEntry> found =
        audit.page(
            period, Choice.optional(AuditKind.class, "kind", kind), new Page.Request(page, PAGE));
    ListLink days = ListLink.to("/audit").with("from", period.from()).with("until", period.until());
    model.addAttribute("entries", found.items());
    model.addAttribute("pager", Pager.of(found, days.with("kind", kind)));
    model.addAttribute("export", new ListLink("/api/audit", days.parameters()));
    model.addAttribute("period", period);
    model.addAttribute("kinds", AuditKind.values());
    model.addAttribute("kind", kind);
    return "audit/audit";
  }
}
