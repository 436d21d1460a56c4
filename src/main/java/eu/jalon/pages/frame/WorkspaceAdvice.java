package eu.jalon.pages.frame;

import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the user, the navigation and the current address to the model of a page. */
@ControllerAdvice(annotations = Workspace.class)
class WorkspaceAdvice {

  private final Parties parties;

  WorkspaceAdvice(Parties parties) {
    this.parties = parties;
  }

  @ModelAttribute
  void frame(Person person, HttpServletRequest request, Model model) {
    String query = request.getQueryString();
    enter(model, person);
    model.addAttribute("seriesChoices", choices(person));
    model.addAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /** The series to choose from; none for those who are in one only. */
  private List<Series> choices(Person person) {
    List<Series> own = person.workplace().isPresent() ? parties.seriesOf(person) : List.of();
    return own.size() < 2 ? List.of() : own;
  }

  static void enter(Model model, Person person) {
    model.addAttribute("me", person);
    model.addAttribute("navigation", NavItem.of(person));
  }
}
