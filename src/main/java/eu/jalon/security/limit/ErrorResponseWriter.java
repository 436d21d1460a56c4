package eu.jalon.security.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.problem.Problems;
import eu.jalon.problem.RequestId;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Writes the error response of a filter with a message in the user's language: problem details (RFC
 * 9457) under {@code /api/}, an error page elsewhere.
 */
@Component
public class ErrorResponseWriter {

  private final Problems problems;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  ErrorResponseWriter(Problems problems, LocaleResolver locales, ObjectMapper json) {
    this.problems = problems;
    this.locales = locales;
    this.json = json;
  }

  /** Writes a status with an optional message. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      Optional<ValidationError> error)
      throws IOException {
    Optional<String> message =
        error.map(found -> problems.sentence(found, locales.resolveLocale(request)));
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(status, message.orElse(status.getReasonPhrase()));
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      // Not closed here, so that the audit log is written before the response is complete.
      response.getOutputStream().write(json.writeValueAsBytes(RequestId.addTo(problem)));
    } else {
      message.ifPresent(text -> request.setAttribute("sentence", text));
      response.sendError(status.value());
    }
  }

  /**
   * Writes the message as plain text, for rejections that must be cheap.
   *
   * @param after the value of Retry-After
   */
  void writePlain(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError error,
      Duration after)
      throws IOException {
    byte[] message = problems.sentence(error, request.getLocale()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(message.length);
    response.getOutputStream().write(message);
  }

  /**
   * Writes an error that may be retried.
   *
   * @param after the value of Retry-After
   */
  void writeRetry(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError error,
      Duration after)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
    write(request, response, status, Optional.of(error));
  }
}
