package eu.jalon.pages.frame;

import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

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
    series(person, request).ifPresent(id -> request.setAttribute(SeriesOfLinks.KEPT, id));
    model.addAttribute("seriesChoices", choices(person));
    model.addAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /** The series in the address of the page, or of the page that asks for a part of it. */
  private Optional<String> series(Person person, HttpServletRequest request) {
    String page = request.getHeader("HX-Current-URL");
    String asked = request.getParameter(ListLink.SERIES);
    if (asked == null && page != null) {
      asked =
          UriComponentsBuilder.fromUriString(page)
              .build()
              .getQueryParams()
              .getFirst(ListLink.SERIES);
    }
    return asked == null
        ? Optional.empty()
        : parties.seriesOf(person).stream()
            .map(Series::id)
            .filter(asked.strip()::equalsIgnoreCase)
            .findFirst();
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
