package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.Workspace;
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
  private final Directory directory;

  TaskController(ActionItems items, Directory directory) {
    this.items = items;
    this.directory = directory;
  }

  @GetMapping("/tasks/{id}")
  Object task(@PathVariable String id, Person person, Model model) {
    ActionItemView view = items.get(id, person);
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
    model.addAttribute("names", DirectoryNames.of(directory));
    return "tasks/closed";
  }
}
