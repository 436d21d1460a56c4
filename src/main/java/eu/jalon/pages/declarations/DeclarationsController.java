package eu.jalon.pages.declarations;

import eu.jalon.directory.Person;
import eu.jalon.intake.Intake;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.version.LanguageVersion;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
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
  private final ReviewModel review;
  private final ValidationMessages refusals;

  DeclarationsController(
      Intake intake,
      LanguageVersions versions,
      Meetings summits,
      ReviewModel review,
      ValidationMessages refusals) {
    this.intake = intake;
    this.versions = versions;
    this.summits = summits;
    this.review = review;
    this.refusals = refusals;
  }

  @GetMapping("/declarations")
  String list(Person person, Model model) {
    model.addAttribute("declarations", intake.all(person));
    model.addAttribute("summits", summits.all());
    return "declarations/declarations";
  }

  @PostMapping("/declarations")
  String upload(
      @RequestParam String summit,
      @RequestParam MultipartFile file,
      Person person,
      RedirectAttributes flash)
      throws IOException {
    try {
      UUID id = intake.upload(summit, nameOf(file), file.getBytes(), person);
      return "redirect:/declarations/" + id + versions(id, person);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", refusals.sentence(refusal));
      flash.addFlashAttribute("chosen", summit);
      return "redirect:/declarations";
    }
  }

  /** A document in two languages, or the second one of two, is shown as pairs first. */
  private String versions(UUID id, Person person) {
    List<LanguageVersion> known = versions.of(id, person);
    return known.isEmpty() ? "" : "/versions/" + known.get(known.size() - 1).language().code();
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
          .ifPresent(
              item ->
                  review.open(item, split ? ReviewModel.Open.SPLIT : ReviewModel.Open.EDIT, model));
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
