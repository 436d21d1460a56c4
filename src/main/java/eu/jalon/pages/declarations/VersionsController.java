package eu.jalon.pages.declarations;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.intake.Intake;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.pair.Difference;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.intake.version.PairRow;
import eu.jalon.intake.version.VersionPairs;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drafts of a declaration beside the steps of its version in another language. */
@Workspace
@RequestMapping("/declarations/{id}/versions/{language}")
class VersionsController {

  private final Intake intake;
  private final LanguageVersions versions;
  private final PageFormatter format;
  private final ValidationMessages messages;

  VersionsController(
      Intake intake, LanguageVersions versions, PageFormatter format, ValidationMessages messages) {
    this.intake = intake;
    this.versions = versions;
    this.format = format;
    this.messages = messages;
  }

  /** A pair as the page shows it. */
  record Shown(PairRow row, @Nullable String ref, List<DifferenceView> differences) {}

  /** What two steps say otherwise, in the words of the reader. */
  record DifferenceView(Difference.Kind kind, String first, String second) {}

  @GetMapping
  String show(@PathVariable UUID id, @PathVariable String language, Person person, Model model) {
    VersionPairs pairs = versions.pairs(id, language(language), person);
    model.addAttribute("summary", intake.get(id, person).summary());
    model.addAttribute("pairs", pairs);
    model.addAttribute("rows", pairs.rows().stream().map(this::shown).toList());
    return "declarations/versions";
  }

  private Shown shown(PairRow row) {
    DraftItem draft = row.draft();
    return new Shown(
        row,
        draft == null ? null : ref(draft),
        row.differences().stream()
            .map(
                difference ->
                    new DifferenceView(
                        difference.kind(),
                        value(difference.kind(), difference.first()),
                        value(difference.kind(), difference.second())))
            .toList());
  }

  private String value(Difference.Kind kind, String said) {
    if (said.isEmpty()) {
      return "–";
    }
    return kind == Difference.Kind.DEADLINE ? format.rule(DeadlineRule.parse(said)) : said;
  }

  private static String ref(DraftItem draft) {
    return String.format(Locale.ROOT, "%d.%02d", draft.theme(), draft.position());
  }

  /** Pairs a step with the draft whose number is typed; with none where the field is empty. */
  @PostMapping
  String pair(
      @PathVariable UUID id,
      @PathVariable String language,
      @RequestParam int step,
      @RequestParam(defaultValue = "") String draft,
      @RequestParam int seen,
      Person person,
      RedirectAttributes flash) {
    try {
      Integer number = draft.isBlank() ? null : number(id, draft.strip(), person);
      versions.pair(id, language(language), step, number, seen, person);
      flash.addFlashAttribute("paired", step);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      flash.addFlashAttribute("refusedStep", step);
      flash.addFlashAttribute("typedDraft", draft);
    }
    return "redirect:/declarations/" + id + "/versions/" + language;
  }

  private int number(UUID id, String ref, Person person) {
    return intake.get(id, person).kept().stream()
        .filter(draft -> ref(draft).equals(ref))
        .map(DraftItem::n)
        .findFirst()
        .orElseThrow(() -> ValidationError.invalid("version.unknownDraft", ref));
  }

  /** Takes the version away, with the titles that it gave. */
  @PostMapping("/remove")
  String remove(
      @PathVariable UUID id,
      @PathVariable String language,
      Person person,
      RedirectAttributes flash) {
    try {
      versions.remove(id, language(language), person);
      flash.addFlashAttribute("versionRemoved", true);
      return "redirect:/declarations/" + id;
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      return "redirect:/declarations/" + id + "/versions/" + language;
    }
  }

  private static Language language(String code) {
    return Choice.language("language", code);
  }
}
