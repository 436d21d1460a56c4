package eu.jalon.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors as pages; the request attribute {@code sentence} may say more than the status. */
@Component
class ErrorPages implements ErrorViewResolver {

  private static final String SENTENCE = "sentence";

  /** The statuses with texts of their own. */
  private static final Set<HttpStatus> DESCRIBED =
      Set.of(
          HttpStatus.BAD_REQUEST,
          HttpStatus.FORBIDDEN,
          HttpStatus.NOT_FOUND,
          HttpStatus.CONFLICT,
          HttpStatus.SERVICE_UNAVAILABLE);

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    return page(status, model).addObject(SENTENCE, request.getAttribute(SENTENCE));
  }

  /** The page of an error. */
  static ModelAndView page(HttpStatus status, Map<String, Object> model) {
    Map<String, Object> shown = new HashMap<>(model);
    shown.put("status", status.value());
    shown.put("texts", texts(status));
    return new ModelAndView("frame/error", shown, status);
  }

  private static String texts(HttpStatus status) {
    if (DESCRIBED.contains(status)) {
      return String.valueOf(status.value());
    }
    return status.is4xxClientError() ? "4xx" : "500";
  }
}
