package eu.jalon.pages.declarations;

import eu.jalon.directory.Person;
import eu.jalon.intake.Intake;
import eu.jalon.intake.SourceFiles;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.version.LanguageVersion;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator hands in a declaration, reads what was found in it, and launches it. */
@Workspace
class DeclarationsController {

  private final Intake intake;
  private final LanguageVersions versions;
  private final Meetings summits;
  private final SourceFiles files;
  private final ReviewModel review;
  private final ValidationMessages refusals;
  private final PageFormatter format;

  DeclarationsController(
      Intake intake,
      LanguageVersions versions,
      Meetings summits,
      SourceFiles files,
      ReviewModel review,
      ValidationMessages refusals,
      PageFormatter format) {
    this.intake = intake;
    this.versions = versions;
    this.summits = summits;
    this.files = files;
    this.review = review;
    this.refusals = refusals;
    this.format = format;
  }

  @GetMapping("/declarations")
  String list(Person person, Model model) {
    model.addAttribute("declarations", intake.all(person));
    List<Meeting> all = summits.all(person);
    model.addAttribute("summits", all);
    if (!model.containsAttribute("chosen")) {
      model.addAttribute("chosen", heldLast(all, format.today()));
    }
    model.addAttribute("encodings", SourceFiles.ENCODINGS);
    return "declarations/declarations";
  }

  /** The meeting of the last day up to today: its declaration is the one that is handed in. */
  static @Nullable String heldLast(List<Meeting> all, LocalDate today) {
    return all.stream()
        .filter(meeting -> meeting.heldOn().filter(day -> !day.isAfter(today)).isPresent())
        .max(Comparator.comparing(meeting -> meeting.heldOn().orElseThrow()))
        .map(meeting -> meeting.id().value())
        .orElse(null);
  }

  @PostMapping("/declarations")
  String upload(
      @RequestParam String summit,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String encoding,
      Person person,
      RedirectAttributes flash)
      throws IOException {
    try {
      UUID id =
          intake.upload(
              summit,
              nameOf(file),
              file.getBytes(),
              encoding == null || encoding.isEmpty() ? null : encoding,
              person);
      return "redirect:/declarations/" + id + next(id, person);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
      flash.addFlashAttribute("chosen", summit);
      flash.addFlashAttribute("encoding", encoding);
      flash.addFlashAttribute("askEncoding", refusal.key().startsWith("document.encoding"));
      return "redirect:/declarations";
    }
  }

  /**
   * What is looked at first: the pairs of a document in two languages, or of the second one of two;
   * the document as it is where its lists are to be confirmed or none was found.
   */
  private String next(UUID id, Person person) {
    List<LanguageVersion> known = versions.of(id, person);
    if (!known.isEmpty()) {
      return "/versions/" + known.get(known.size() - 1).language().code();
    }
    DeclarationDraft draft = intake.get(id, person);
    boolean unsure = draft.lists().stream().anyMatch(DraftList::isUnsure);
    return draft.items().isEmpty() || unsure ? "/marking" : "";
  }

  @GetMapping("/declarations/{id}")
  String review(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int step,
      @RequestParam(defaultValue = "false") boolean split,
      Person person,
      Model model) {
    DeclarationDraft draft = review.page(id, person, model);
    model.addAttribute("versions", versions.of(id, person));
    if (draft.summary().launched() == null) {
      draft.items().stream()
          .filter(item -> item.n() == step && !item.leftOut())
          .findFirst()
          .map(item -> split ? Opened.toSplit(item) : Opened.toEdit(item, files.text(id, person)))
          .ifPresent(opened -> model.addAttribute("opened", opened));
    }
    return "declarations/declaration";
  }

  @PostMapping("/declarations/{id}/launch")
  String launch(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean translatedLater,
      Person person,
      RedirectAttributes flash) {
    try {
      intake.launch(id, translatedLater, person);
      flash.addFlashAttribute("started", true);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("launchRefused", refusals.sentence(refusal));
    }
    return "redirect:/declarations/" + id;
  }

  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "declaration.txt" : name;
  }
}
