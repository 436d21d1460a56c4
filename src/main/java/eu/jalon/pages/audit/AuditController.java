package eu.jalon.pages.audit;

import eu.jalon.audit.AuditEntry;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log, for administrators. */
@Workspace
class AuditController {

  private static final int PAGE = 100;
  private static final int DAYS = 30;

  private final AuditLog audit;
  private final ListFiles files;
  private final PageFormatter format;

  AuditController(AuditLog audit, ListFiles files, PageFormatter format) {
    this.audit = audit;
    this.files = files;
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
    AuditLog.Period period = period(from, until, person);
    Page<AuditEntry> found =
        audit.page(
            period, Choice.optional(AuditKind.class, "kind", kind), new Page.Request(page, PAGE));
    ListLink list =
        ListLink.to("/audit")
            .with("from", period.from())
            .with("until", period.until())
            .with("kind", kind);
    model.addAttribute("entries", found.items());
    model.addAttribute("pager", Pager.of(found, list));
    model.addAttribute("list", list);
    model.addAttribute("period", period);
    model.addAttribute("kinds", AuditKind.values());
    model.addAttribute("kind", kind);
    return "audit/audit";
  }

  @GetMapping({"/audit.csv", "/audit.xlsx"})
  ResponseEntity<byte[]> file(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(defaultValue = "") String kind,
      Person person,
      HttpServletRequest request)
      throws IOException {
    AuditLog.Period period = period(from, until, person);
    AuditKind only = Choice.optional(AuditKind.class, "kind", kind);
    return files.send(
        format.message("audit.title"),
        List.<ListFiles.ListColumn<AuditEntry>>of(
            new ListFiles.ListColumn<>(
                format.message("audit.at"), 20, entry -> format.moment(entry.at())),
            new ListFiles.ListColumn<>(format.message("audit.person"), 20, AuditEntry::person),
            new ListFiles.ListColumn<>(
                format.message("words.sheetNetwork"), 18, AuditEntry::address),
            new ListFiles.ListColumn<>(
                format.message("audit.kind"), 24, entry -> format.term("audit.kind", entry.kind())),
            new ListFiles.ListColumn<>(format.message("audit.what"), 40, AuditEntry::what),
            new ListFiles.ListColumn<>(format.message("words.sheetAbout"), 30, AuditEntry::about),
            new ListFiles.ListColumn<>(format.message("audit.outcome"), 20, AuditEntry::outcome)),
        ListFiles.all(at -> audit.page(period, only, at)),
        request);
  }

  private AuditLog.Period period(
      @Nullable LocalDate from, @Nullable LocalDate until, Person person) {
    if (!person.is(Role.ADMINISTRATOR)) {
      throw ValidationError.forbidden("directory.administratorOnly");
    }
    LocalDate last = until == null ? format.today() : until;
    return new AuditLog.Period(from == null ? last.minusDays(DAYS) : from, last);
  }
}
