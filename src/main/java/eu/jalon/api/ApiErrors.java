package eu.jalon.api;

import eu.jalon.shared.Races;
import eu.jalon.problem.Problems;
import eu.jalon.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  /** Errors whose first argument is the name of a field or parameter. */
  private static final Pattern NAMES_FIELD =
      Pattern.compile("form\\..*|parameter\\.choice|request\\.(field|date|number|missing)");

  /** Errors whose second argument is the value that was given. */
  private static final Set<String> NAMES_VALUE =
      Set.of("parameter.choice", "request.field", "request.date", "request.number");

  private final Problems problems;

  ApiErrors(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Refusal.class)
  ProblemDetail refused(Refusal refusal, Locale locale) {
    String message = problems.sentence(refusal, locale);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(Problems.status(refusal), message);
    if (NAMES_FIELD.matcher(refusal.key()).matches() && !refusal.arguments().isEmpty()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("field", String.valueOf(refusal.arguments().get(0)));
      if (NAMES_VALUE.contains(refusal.key())) {
        error.put("value", String.valueOf(refusal.arguments().get(1)));
      }
      error.put("message", message);
      problem.setProperty("errors", List.of(error));
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
    return refused(Problems.refusal(mistyped), locale);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.refusal(unreadable), locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.refusal(missing), locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.refusal(missing), locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException tooLarge,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        ProblemDetail.forStatusAndDetail(
            HttpStatus.PAYLOAD_TOO_LARGE,
            problems.sentence(Refusal.invalid("request.tooLarge"), locale())));
  }

  private static Locale locale() {
    return org.springframework.context.i18n.LocaleContextHolder.getLocale();
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
