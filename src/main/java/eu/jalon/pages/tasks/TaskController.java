package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.FormerItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The link in emails: redirects users who may complete the task to its form, other users to a page
 * of what they may do, and shows the outcome of a closed task.
 */
@Workspace
class TaskController {

  private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

  private final ActionItems items;
  private final FormerItems former;
  private final Directory directory;

  TaskController(ActionItems items, FormerItems former, Directory directory) {
    this.items = items;
    this.former = former;
    this.directory = directory;
  }

  @GetMapping("/tasks/{id}")
  Object task(@PathVariable String id, Person person, Model model, HttpServletResponse response) {
    ActionItemView view;
    try {
      view = items.get(id, person);
    } catch (ValidationError notVisible) {
      FormerItems.HandedOver handedOver =
          former.handedOver(id, person).orElseThrow(() -> notVisible);
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("view", handedOver.view());
      model.addAttribute("change", handedOver.change());
      model.addAttribute("names", DirectoryNames.of(directory));
      return "tasks/handed-over";
    }
    ActionItem item = view.item();
    if (item.isFor(person)) {
      RedirectView tasklist =
          new RedirectView(TASKLIST + URLEncoder.encode(item.id(), StandardCharsets.UTF_8), true);
      tasklist.setExposeModelAttributes(false);
      return tasklist;
    }
    if (item.status() == ActionItem.Status.OPEN) {
      return new RedirectView(
          item.isReleasableBy(person)
              ? "/tasks/" + item.id() + "/answer"
              : "/commitments/" + item.ref(),
          true,
          true,
          false);
    }
    model.addAttribute("view", view);
    model.addAttribute("dropping", former.dropping(item).orElse(null));
    model.addAttribute("names", DirectoryNames.of(directory));
    return "tasks/closed";
  }
}
