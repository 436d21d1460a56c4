package eu.jalon.pages.declarations;

import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a coordinator does to a declaration under review as a whole. */
@Workspace
@RequestMapping("/declarations/{id}")
class ReviewActsController {

  private final Intake intake;
  private final DraftReview drafts;
  private final ReviewModel review;

  ReviewActsController(Intake intake, DraftReview drafts, ReviewModel review) {
    this.intake = intake;
    this.drafts = drafts;
    this.review = review;
  }

  /** Changes several drafts alike; a refused form stays as it was filled in. */
  @PostMapping("/together")
  String together(
      @PathVariable UUID id,
      @ModelAttribute("together") TogetherForm form,
      Person person,
      Model model,
      RedirectAttributes flash) {
    try {
      drafts.change(id, form.changes(), form.themeNumber(), person);
    } catch (ValidationError refusal) {
      model.addAttribute("togetherRefused", review.sentence(refusal));
      review.page(id, person, model);
      return "declarations/declaration";
    }
    flash.addFlashAttribute("changedTogether", form.picked().size());
    return page(id);
  }

  @PostMapping("/undo")
  String undo(
      @PathVariable UUID id, @RequestParam int act, Person person, RedirectAttributes flash) {
    try {
      drafts.undo(id, act, person);
      flash.addFlashAttribute("undone", true);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", review.sentence(refusal));
    }
    return page(id);
  }

  @PostMapping("/themes/{number}")
  String changeTheme(
      @PathVariable UUID id,
      @PathVariable int number,
      @RequestParam String title,
      @RequestParam(defaultValue = "false") boolean restricted,
      Person person,
      RedirectAttributes flash) {
    try {
      drafts.changeTheme(id, number, title, restricted, person);
      flash.addFlashAttribute("themeChanged", number);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", review.sentence(refusal));
      flash.addFlashAttribute("typedTheme", number);
      flash.addFlashAttribute("typedThemeTitle", title);
    }
    return page(id) + "#theme-" + number;
  }

  /** Takes the document away with all its drafts. */
  @PostMapping("/discard")
  String discard(@PathVariable UUID id, Person person, RedirectAttributes flash) {
    try {
      String name = intake.get(id, person).summary().fileName();
      intake.delete(id, person);
      flash.addFlashAttribute("discarded", name);
      return "redirect:/declarations";
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", review.sentence(refusal));
      return page(id);
    }
  }

  private static String page(UUID id) {
    return "redirect:/declarations/" + id;
  }
}
