package eu.jalon.security.access;

import eu.jalon.security.limit.ErrorResponseWriter;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Answers denied requests: 403 with a message in the user's language, or 404 for a path without a
 * rule. A sign-in whose page is no longer valid gets the login page again: tabs that open at the
 * same time share one cookie, so that only the last of them has its CSRF token.
 */
@Component
public class JalonAccessDeniedHandler implements AccessDeniedHandler {

  private static final RequestMatcher LOGIN =
      request -> "POST".equals(request.getMethod()) && "/login".equals(DecodedPath.of(request));

  private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();

  private final ErrorResponseWriter refusals;

  JalonAccessDeniedHandler(ErrorResponseWriter refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException && LOGIN.matches(request)) {
      REDIRECT.sendRedirect(request, response, "/login?again");
      return;
    }
    Optional<AccessRules.Rule> rule = AccessRules.of(request);
    HttpStatus status = rule.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    Optional<ValidationError> why =
        refused instanceof CsrfException
            ? Optional.of(ValidationError.forbidden("request.token"))
            : rule.flatMap(matched -> matched.level().error());
    refusals.write(request, response, status, why);
  }
}
