package eu.jalon.pages.frame;

import eu.jalon.directory.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the user, the navigation and the current address to the model of a page. */
@ControllerAdvice(annotations = Workspace.class)
class WorkspaceAdvice {

  @ModelAttribute
  void frame(Person person, HttpServletRequest request, Model model) {
    String query = request.getQueryString();
    enter(model, person);
    model.addAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  static void enter(Model model, Person person) {
    model.addAttribute("me", person);
    model.addAttribute("navigation", NavItem.of(person));
  }
}
