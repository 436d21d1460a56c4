package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;

/** The link in emails: redirects to the open task, or shows the outcome of a closed one. */
@Workspace
class TaskController {

  private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

  private final ActionItems items;
  private final Directory directory;

  TaskController(ActionItems items, Directory directory) {
    this.items = items;
    this.directory = directory;
  }

  /** Tasklist shows all tasks to coordinators, and to focal points those of their ministry. */
  private static boolean isForHim(ActionItem item, Person person) {
    return person.is(Role.COORDINATOR) || person.workplace().equals(Optional.of(item.ministry()));
  }

  @GetMapping("/tasks/{id}")
  Object task(@PathVariable String id, Person person, Model model) {
    ActionItemView view = items.get(id, person);
    if (view.item().status() == ActionItem.Status.OPEN && !isForHim(view.item(), person)) {
      return new RedirectView("/commitments/" + view.item().ref(), true, true, false);
    }
    if (view.item().status() == ActionItem.Status.OPEN) {
      RedirectView tasklist =
          new RedirectView(
              TASKLIST + URLEncoder.encode(view.item().id(), StandardCharsets.UTF_8), true);
      tasklist.setExposeModelAttributes(false);
      return tasklist;
    }
    model.addAttribute("view", view);
    model.addAttribute("names", DirectoryNames.of(directory));
    return "tasks/closed";
  }
}
