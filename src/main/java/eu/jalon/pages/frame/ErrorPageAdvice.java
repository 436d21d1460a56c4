package eu.jalon.pages.frame;

import eu.jalon.directory.Directory;
import eu.jalon.problem.DatabaseAwayFilter;
import eu.jalon.problem.RequestId;
import eu.jalon.shared.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the id of the request and the navigation of the signed-in user, if any, to error pages. */
@ControllerAdvice(assignableTypes = BasicErrorController.class)
class ErrorPageAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPageAdvice.class);

  private final Directory directory;

  ErrorPageAdvice(Directory directory) {
    this.directory = directory;
  }

  @ModelAttribute
  void frame(@Nullable Principal principal, HttpServletRequest request, Model model) {
    RequestId.current().ifPresent(id -> model.addAttribute("requestId", id));
    if (principal == null || DatabaseAwayFilter.isAway(request)) {
      return;
    }
    try {
      directory
          .person(new PersonId(principal.getName()))
          .ifPresent(person -> WorkspaceAdvice.enter(model, person));
    } catch (RuntimeException atWorstWithoutNavigation) {
      LOG.warn("The error page is shown without navigation", atWorstWithoutNavigation);
    }
  }
}
