package eu.jalon.pages.declarations;

import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.SourceFiles;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a coordinator does to one draft of a declaration; saving also works in place. */
@Workspace
@RequestMapping("/declarations/{id}/items/{n}")
class DraftsController {

  private static final String CARD = "declarations/answer";

  private final Intake intake;
  private final DraftReview drafts;
  private final SourceFiles files;
  private final ReviewModel review;

  DraftsController(Intake intake, DraftReview drafts, SourceFiles files, ReviewModel review) {
    this.intake = intake;
    this.drafts = drafts;
    this.files = files;
    this.review = review;
  }

  /** One draft in its place on the page, open or closed. */
  @GetMapping
  String show(
      @PathVariable UUID id,
      @PathVariable int n,
      @RequestParam(defaultValue = "nothing") String open,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      Person person,
      Model model) {
    if (!partly) {
      return page(id, n);
    }
    DraftItem item = show(id, n, person, model);
    switch (open) {
      case "edit" -> model.addAttribute("opened", Opened.toEdit(item, files.text(id, person)));
      case "split" -> model.addAttribute("opened", Opened.toSplit(item));
      default -> {}
    }
    return CARD;
  }

  @PostMapping
  String save(
      @PathVariable UUID id,
      @PathVariable int n,
      @ModelAttribute("typed") DraftForm typed,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
      Person person,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    try {
      drafts.change(id, n, typed.change(), person);
    } catch (ValidationError refusal) {
      return refused(new Asked(id, n, typed, partly), refusal, person, model, response);
    }
    if (!partly) {
      flash.addFlashAttribute("saved", n);
      return page(id, n);
    }
    model.addAttribute("saved", n);
    show(id, n, person, model);
    return CARD;
  }

  /** The cut is at a number of characters, or at a line break that the user entered. */
  @PostMapping("/split")
  String split(
      @PathVariable UUID id,
      @PathVariable int n,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable Integer at,
      @RequestParam(required = false) @Nullable String text,
      Person person,
      RedirectAttributes flash) {
    try {
      int place = at != null ? at : Cut.in(item(intake.get(id, person), n).text(), text);
      drafts.split(id, n, version, place, person);
      flash.addFlashAttribute("split", n);
      return page(id, n);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", review.sentence(refusal));
      flash.addFlashAttribute("cut", text);
      return "redirect:/declarations/" + id + "?step=" + n + "&split=true#draft-" + n;
    }
  }

  @PostMapping("/merge")
  String merge(
      @PathVariable UUID id,
      @PathVariable int n,
      @RequestParam int version,
      Person person,
      RedirectAttributes flash) {
    return done(id, n, flash, "merged", () -> drafts.merge(id, n, version, person));
  }

  /** Leaves a step out that is no commitment. */
  @PostMapping("/leave-out")
  String leaveOut(
      @PathVariable UUID id,
      @PathVariable int n,
      @RequestParam int version,
      Person person,
      RedirectAttributes flash) {
    return done(
        id, n, flash, "leftOut", () -> drafts.change(id, n, leaving(version, true), person));
  }

  /** Takes a step in again that was left out. */
  @PostMapping("/take-in")
  String takeIn(
      @PathVariable UUID id,
      @PathVariable int n,
      @RequestParam int version,
      Person person,
      RedirectAttributes flash) {
    return done(
        id, n, flash, "takenIn", () -> drafts.change(id, n, leaving(version, false), person));
  }

  private String done(UUID id, int n, RedirectAttributes flash, String what, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute(what, n);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", review.sentence(refusal));
    }
    return page(id, n);
  }

  private record Asked(UUID id, int n, DraftForm typed, boolean partly) {}

  /**
   * What was typed stays in the form. After a concurrent change both are shown, and the form goes
   * over the newer version; where the step was moved it is found again by its words, and where it
   * is gone what was typed is shown beside.
   */
  private String refused(
      Asked asked,
      ValidationError refusal,
      Person person,
      Model model,
      HttpServletResponse response) {
    DeclarationDraft draft = intake.get(asked.id(), person);
    Optional<DraftItem> step = sameWords(draft, asked);
    DraftItem now = step.orElseGet(() -> item(draft, Math.min(asked.n(), draft.items().size())));
    boolean stale = now.version() != asked.typed().version();
    boolean gone = stale && step.isEmpty();
    DraftForm typed = gone ? DraftForm.of(now) : asked.typed().over(now);
    Opened.Refused why =
        new Opened.Refused(
            review.sentence(refusal), stale ? now : null, gone ? asked.typed() : null);
    boolean inPlace = asked.partly() && now.n() == asked.n();
    if (asked.partly() && !inPlace) {
      response.addHeader("HX-Retarget", "#main");
      response.addHeader("HX-Reselect", "#main");
      response.addHeader("HX-Reswap", "outerHTML");
    }
    if (inPlace) {
      show(asked.id(), now.n(), person, model);
    } else {
      review.page(asked.id(), person, model);
      model.addAttribute("refused", review.sentence(refusal));
    }
    model.addAttribute("opened", Opened.toEdit(now, files.text(asked.id(), person), typed, why));
    return inPlace ? CARD : "declarations/declaration";
  }

  private static Optional<DraftItem> sameWords(DeclarationDraft draft, Asked asked) {
    return draft.items().stream()
        .filter(item -> DraftForm.wordsOf(item).equals(asked.typed().words()))
        .min(Comparator.comparingInt(item -> Math.abs(item.n() - asked.n())));
  }

  private DraftItem show(UUID id, int n, Person person, Model model) {
    DeclarationDraft draft = intake.get(id, person);
    review.show(draft, person, model);
    DraftItem item = item(draft, n);
    model.addAttribute("item", item);
    return item;
  }

  private static DraftItem item(DeclarationDraft draft, int n) {
    return draft.items().stream()
        .filter(each -> each.n() == n)
        .findFirst()
        .orElseThrow(() -> ValidationError.notFound("declaration.unknownItem", n));
  }

  private static ItemChange leaving(int version, boolean out) {
    return new ItemChange(version, Map.of(), null, null, null, null, null, out);
  }

  private static String page(UUID id, int n) {
    return "redirect:/declarations/" + id + "#draft-" + n;
  }
}
