package eu.jalon.pages.people;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.file.PeopleChanges;
import eu.jalon.directory.file.PeopleFile;
import eu.jalon.directory.file.PeopleImport;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exports people as CSV, and imports them after a preview. */
@Workspace
class ImportController {

  private static final int PAGE = 100;

  /** A line of the file with its error message, if any. */
  record Shown(PeopleChanges.ChangedLine line, @Nullable String sentence) {}

  private final PeopleImport desk;
  private final AuditLog audit;
  private final ValidationMessages messages;
  private final PageFormatter format;

  ImportController(
      PeopleImport desk, AuditLog audit, ValidationMessages messages, PageFormatter format) {
    this.desk = desk;
    this.audit = audit;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping("/people/export")
  ResponseEntity<byte[]> export(Person person) {
    byte[] file = PeopleFile.write(desk.exported(person)).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("jalon-" + format.today() + ".csv")
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(file);
  }

  @GetMapping("/people/import")
  String ask(Person person, Model model) {
    PeopleRights.requireReader(person);
    model.addAttribute("columns", PeopleFile.columns(List.of()));
    model.addAttribute("most", PeopleFile.MOST_LINES);
    model.addAttribute("largest", PeopleFile.LARGEST / 1024 / 1024);
    return "people/import";
  }

  @PostMapping("/people/import")
  String upload(@RequestParam MultipartFile file, Person person, RedirectAttributes flash)
      throws IOException {
    PeopleRights.requireReader(person);
    try {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return "redirect:/people/import/" + desk.upload(name, file.getBytes(), person);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      return "redirect:/people/import";
    }
  }

  @GetMapping("/people/import/{id}")
  String preview(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    PeopleImport.Preview preview = desk.preview(id, person);
    List<PeopleChanges.ChangedLine> lines = preview.changes().lines();
    Page.Request at = new Page.Request(page, PAGE);
    Page<PeopleChanges.ChangedLine> found =
        Page.of(lines.stream().skip(at.offset()).limit(at.size()).toList(), at, lines.size());
    model.addAttribute("id", id);
    model.addAttribute("name", preview.name());
    model.addAttribute("changes", preview.changes());
    model.addAttribute("refusedLines", preview.changes().count(PeopleChanges.Effect.REFUSED));
    model.addAttribute("added", preview.changes().count(PeopleChanges.Effect.ADDED));
    model.addAttribute("changed", preview.changes().count(PeopleChanges.Effect.CHANGED));
    model.addAttribute("lines", found.map(this::shown).items());
    model.addAttribute("pager", Pager.of(found, ListLink.to("/people/import/" + id)));
    return "people/import-preview";
  }

  private Shown shown(PeopleChanges.ChangedLine line) {
    ValidationError refusal = line.refusal();
    return new Shown(line, refusal == null ? null : messages.sentence(refusal));
  }

  @PostMapping("/people/import/{id}")
  String enter(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String seen,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    try {
      PeopleChanges changes = desk.enter(id, seen, person);
      changes.lines().forEach(line -> record(line, person, request.getRemoteAddr()));
      flash.addFlashAttribute("added", changes.count(PeopleChanges.Effect.ADDED));
      flash.addFlashAttribute("changed", changes.count(PeopleChanges.Effect.CHANGED));
      return "redirect:/people";
    } catch (ValidationError error) {
      if (error.kind() != ValidationError.Kind.CONFLICT) {
        throw error;
      }
      flash.addFlashAttribute("refused", messages.sentence(error));
      return "redirect:/people/import/" + id;
    }
  }

  /** One line of the audit log for each person, with the columns but not their values. */
  private void record(PeopleChanges.ChangedLine line, Person by, String address) {
    boolean added = line.what() == PeopleChanges.Effect.ADDED;
    audit.record(
        AuditKind.DIRECTORY,
        by.id().value(),
        address,
        "person=" + line.id(),
        added ? null : AddressCorrectionController.columns(line.fields()),
        added ? "added" : "changed");
  }
}
