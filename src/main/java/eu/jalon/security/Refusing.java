package eu.jalon.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.problem.Problems;
import eu.jalon.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells somebody who is signed in that a door is not his, in his language: as a page, or to a
 * caller of the API as RFC 9457. A door that no rule names is one that does not exist.
 */
@Component
class Refusing implements AccessDeniedHandler {

  private final Problems problems;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  Refusing(Problems problems, LocaleResolver locales, ObjectMapper json) {
    this.problems = problems;
    this.locales = locales;
    this.json = json;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    Optional<AccessRules.Rule> rule = AccessRules.of(request);
    HttpStatus status = rule.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    Optional<String> sentence =
        (refused instanceof CsrfException
                ? Optional.of(Refusal.forbidden("request.token"))
                : rule.flatMap(each -> each.who().refusal()))
            .map(refusal -> problems.sentence(refusal, locales.resolveLocale(request)));
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(status, sentence.orElse(status.getReasonPhrase()));
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      // Not closed here: it is on record before the caller reads it.
      response.getOutputStream().write(json.writeValueAsBytes(problem));
    } else {
      // The page of errors shows it.
      sentence.ifPresent(text -> request.setAttribute("sentence", text));
      response.sendError(status.value());
    }
  }
}
