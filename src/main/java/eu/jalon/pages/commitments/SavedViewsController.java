package eu.jalon.pages.commitments;

import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.pages.views.SavedViews;
import eu.jalon.shared.ValidationError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves and changes a user's views; each action redirects to the current list. */
@Workspace
class SavedViewsController {

  private final SavedViews views;
  private final ValidationMessages messages;

  SavedViewsController(SavedViews views, ValidationMessages messages) {
    this.views = views;
    this.messages = messages;
  }

  /** The query string of a list. */
  static String queryOf(CommitmentQuery query) {
    String address = query.link().toString();
    return address.substring(address.indexOf('?') + 1);
  }

  @PostMapping("/commitments/views")
  String save(
      @ModelAttribute CommitmentQuery query,
      @RequestParam String name,
      @RequestParam(defaultValue = "false") boolean opening,
      Person person,
      RedirectAttributes flash) {
    query.filter();
    return act(
        "saved", query, flash, () -> views.save(name, queryOf(query), opening, person), name);
  }

  @PostMapping("/commitments/views/{id}/rename")
  String rename(
      @ModelAttribute CommitmentQuery query,
      @PathVariable long id,
      @RequestParam String name,
      Person person,
      RedirectAttributes flash) {
    return act("renamed", query, flash, () -> views.rename(id, name, person), name);
  }

  @PostMapping("/commitments/views/{id}/opening")
  String open(
      @ModelAttribute CommitmentQuery query,
      @PathVariable long id,
      @RequestParam boolean opening,
      Person person,
      RedirectAttributes flash) {
    return act(
        opening ? "opening" : "notOpening",
        query,
        flash,
        () -> views.open(id, opening, person),
        "");
  }

  @PostMapping("/commitments/views/{id}/remove")
  String remove(
      @ModelAttribute CommitmentQuery query,
      @PathVariable long id,
      Person person,
      RedirectAttributes flash) {
    return act("removed", query, flash, () -> views.remove(id, person), "");
  }

  private String act(
      String done, CommitmentQuery query, RedirectAttributes flash, Runnable act, String name) {
    try {
      act.run();
      flash.addFlashAttribute("viewDone", done);
    } catch (ValidationError error) {
      flash.addFlashAttribute("viewRefused", messages.sentence(error));
      flash.addFlashAttribute("viewName", name);
    }
    return "redirect:/commitments?" + queryOf(query);
  }
}
