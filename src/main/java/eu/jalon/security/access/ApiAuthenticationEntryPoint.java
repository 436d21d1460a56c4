package eu.jalon.security.access;

import eu.jalon.problem.RequestId;
import eu.jalon.security.login.ThrottledException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers unauthenticated API requests with problem details (RFC 9457): 401 with a Basic challenge
 * (RFC 7617), or 429 (RFC 6585) if sign-in is throttled.
 */
public class ApiAuthenticationEntryPoint implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof ThrottledException) {
      answer(response, HttpStatus.TOO_MANY_REQUESTS);
      return;
    }
    if (request.getHeader("X-Requested-With") == null) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Jalon\", charset=\"UTF-8\"");
    }
    answer(response, HttpStatus.UNAUTHORIZED);
  }

  private static void answer(HttpServletResponse response, HttpStatus status) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"requestId\":\"%s\"}"
                .formatted(
                    status.getReasonPhrase(), status.value(), RequestId.current().orElse("")));
  }
}
