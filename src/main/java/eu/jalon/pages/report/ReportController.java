package eu.jalon.pages.report;

import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.note.StatusReport;
import eu.jalon.report.render.ReportFiles;
import eu.jalon.report.render.ReportOdt;
import eu.jalon.shared.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The status report for a minister as a page, as ODT and as PDF. */
@Workspace
class ReportController {

  private final StatusReport report;
  private final ReportFiles files;
  private final PageFormatter format;

  ReportController(StatusReport report, ReportFiles files, PageFormatter format) {
    this.report = report;
    this.files = files;
    this.format = format;
  }

  /**
   * The report as a page.
   *
   * @param lang the language of the report; the page's if none is given
   * @param since the first day of the changes listed
   */
  @GetMapping("/report")
  String report(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since,
      @RequestParam(defaultValue = "") String series,
      Person person,
      Model model) {
    LocalDate from = report.since(since, person);
    ReportNote note = report.note(language(lang), from, person);
    ListLink asked = ListLink.to("/report").with(ListLink.SERIES, series).with("since", since);
    ListLink here = asked.with("lang", note.language().code());
    model.addAttribute("note", note);
    model.addAttribute("since", from);
    model.addAttribute("today", format.today());
    model.addAttribute("languages", Language.known());
    model.addAttribute("asked", asked);
    model.addAttribute("odt", new ListLink("/report.odt", here.parameters()));
    model.addAttribute("pdf", new ListLink("/report.pdf", here.parameters()));
    return "report/report";
  }

  @GetMapping("/report.odt")
  ResponseEntity<byte[]> odt(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since,
      Person person) {
    ReportNote note = report.note(language(lang), report.since(since, person), person);
    return file(note, ".odt", MediaType.parseMediaType(ReportOdt.MEDIA_TYPE), files.odt(note));
  }

  @GetMapping("/report.pdf")
  ResponseEntity<byte[]> pdf(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate since,
      Person person) {
    ReportNote note = report.note(language(lang), report.since(since, person), person);
    return file(note, ".pdf", MediaType.APPLICATION_PDF, files.pdf(note));
  }

  private Language language(String code) {
    return ReportLanguage.of(code, Language.known(), format.language());
  }

  private static ResponseEntity<byte[]> file(
      ReportNote note, String ending, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_LANGUAGE, note.lang())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(note.fileName() + ending).build().toString())
        .body(content);
  }
}
