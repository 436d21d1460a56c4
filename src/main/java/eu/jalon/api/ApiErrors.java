package eu.jalon.api;

import eu.jalon.shared.Races;
import eu.jalon.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal of the API as RFC 9457, with a sentence in the caller's language. */
@RestControllerAdvice(basePackages = "eu.jalon.api")
@Order(0)
class ApiErrors extends ResponseEntityExceptionHandler {

  private final MessageSource messages;

  ApiErrors(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler(Refusal.class)
  ProblemDetail refused(Refusal refusal, Locale locale) {
    String message = sentence(refusal.key(), locale, refusal.arguments().toArray());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(statusOf(refusal.kind()), message);
    if (refusal.key().startsWith("form.") && !refusal.arguments().isEmpty()) {
      String field = String.valueOf(refusal.arguments().get(0));
      problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
    }
    return problem;
  }

  /** The slower of two parallel acts; any other fault of the database stays a fault. */
  @ExceptionHandler(DataAccessException.class)
  ProblemDetail raced(DataAccessException fault, Locale locale) {
    return refused(Races.refusalIn(fault).orElseThrow(() -> fault), locale);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
    for (Throwable cause = mistyped; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refused(refusal, locale);
      }
    }
    return badField(mistyped.getName(), mistyped.getValue(), "request.field", locale);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return answer(refused(refusal, request.getLocale()));
      }
    }
    return answer(
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, sentence("request.body", locale())));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(badField(missing.getParameterName(), null, "request.missing", locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(badField(missing.getRequestPartName(), null, "request.missing", locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException tooLarge,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        ProblemDetail.forStatusAndDetail(
            HttpStatus.PAYLOAD_TOO_LARGE, sentence("request.tooLarge", locale())));
  }

  private ProblemDetail badField(String field, @Nullable Object value, String key, Locale locale) {
    String shown = value == null ? "" : String.valueOf(value);
    String message = sentence(key, locale, field, shown);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
    problem.setProperty(
        "errors", List.of(Map.of("field", field, "value", shown, "message", message)));
    return problem;
  }

  private String sentence(String key, Locale locale, Object... arguments) {
    return messages.getMessage("refusal." + key, arguments, locale);
  }

  private static Locale locale() {
    return org.springframework.context.i18n.LocaleContextHolder.getLocale();
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  private static HttpStatus statusOf(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    };
  }
}
