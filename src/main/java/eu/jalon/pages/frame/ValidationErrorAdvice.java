package eu.jalon.pages.frame;

import eu.jalon.directory.Person;
import eu.jalon.problem.Problems;
import eu.jalon.shared.ConcurrencyFaults;
import eu.jalon.shared.ValidationError;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Shows validation errors as pages; takes precedence over the handler that answers with JSON. */
@ControllerAdvice(annotations = Workspace.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ValidationErrorAdvice {

  private final ValidationMessages messages;

  ValidationErrorAdvice(ValidationMessages messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ModelAndView refused(ValidationError error, Person person) {
    Model model = new ConcurrentModel();
    WorkspaceAdvice.enter(model, person);
    model.addAttribute("sentence", messages.sentence(error));
    return ErrorPages.page(Problems.status(error), model.asMap());
  }

  /** The later of two concurrent changes; any other database error is rethrown. */
  @ExceptionHandler
  ModelAndView raced(DataAccessException fault, Person person) {
    return refused(ConcurrencyFaults.validationErrorIn(fault).orElseThrow(() -> fault), person);
  }

  @ExceptionHandler
  ModelAndView mistyped(MethodArgumentTypeMismatchException mismatch, Person person) {
    return refused(Problems.validationError(mismatch), person);
  }

  @ExceptionHandler
  ModelAndView missing(MissingServletRequestParameterException missing, Person person) {
    return refused(Problems.validationError(missing), person);
  }
}
