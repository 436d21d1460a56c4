package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Releases an action item, or assigns it to a colleague of its ministry. */
@Workspace
class AssignmentController {

  private final ActionItems items;
  private final ValidationMessages messages;

  AssignmentController(ActionItems items, ValidationMessages messages) {
    this.items = items;
    this.messages = messages;
  }

  @PostMapping("/tasks/{id}/release")
  String release(@PathVariable String id, Person person, RedirectAttributes flash) {
    return apply(id, person, flash, Map.of(), "released", () -> items.release(id, person));
  }

  @PostMapping("/tasks/{id}/assign")
  String assign(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String assignee,
      Person person,
      RedirectAttributes flash) {
    return apply(
        id,
        person,
        flash,
        Map.of("assignee", assignee),
        "assigned",
        () -> items.assign(id, new PersonId(assignee), person));
  }

  /** Redirects to the page of the item, with the result or the error and the values entered. */
  private String apply(
      String id,
      Person person,
      RedirectAttributes flash,
      Map<String, String> typed,
      String done,
      Runnable change) {
    items.get(id, person);
    try {
      change.run();
      flash.addFlashAttribute("answered", done);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("refusedAct", "assign");
      flash.addFlashAttribute("typed", typed);
    }
    return "redirect:/tasks/" + id + "/answer";
  }
}
