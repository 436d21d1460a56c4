package eu.jalon.security.access;

import eu.jalon.security.limit.ErrorResponseWriter;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers denied requests of signed-in users: 403 with a message in their language, or 404 for a
 * path without a rule.
 */
@Component
public class JalonAccessDeniedHandler implements AccessDeniedHandler {

  private final ErrorResponseWriter refusals;

  JalonAccessDeniedHandler(ErrorResponseWriter refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    Optional<AccessRules.Rule> rule = AccessRules.of(request);
    HttpStatus status = rule.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    Optional<ValidationError> why =
        refused instanceof CsrfException
            ? Optional.of(ValidationError.forbidden("request.token"))
            : rule.flatMap(matched -> matched.level().error());
    refusals.write(request, response, status, why);
  }
}
