package eu.jalon.security.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.problem.Problems;
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
 * Answers what a filter refuses with a sentence in the reader's language: as problem details (RFC
 * 9457) under {@code /api/}, as an error page elsewhere.
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

  /** Refuses with a sentence, or with the status alone. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      Optional<ValidationError> refusal)
      throws IOException {
    Optional<String> sentence =
        refusal.map(each -> problems.sentence(each, locales.resolveLocale(request)));
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(status, sentence.orElse(status.getReasonPhrase()));
      response.setStatus(status.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      // Left open, so that the audit log is written before the caller has the whole answer.
      response.getOutputStream().write(json.writeValueAsBytes(problem));
    } else {
      sentence.ifPresent(text -> request.setAttribute("sentence", text));
      response.sendError(status.value());
    }
  }

  /** Refuses in one line of plain text, for what must cost next to nothing. */
  void writePlain(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError refusal,
      Duration after)
      throws IOException {
    byte[] sentence =
        problems.sentence(refusal, request.getLocale()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(sentence.length);
    response.getOutputStream().write(sentence);
  }

  /** Refuses what may be tried again after a while. */
  void writeRetry(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      ValidationError refusal,
      Duration after)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds()));
    write(request, response, status, Optional.of(refusal));
  }
}
