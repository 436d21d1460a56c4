package eu.jalon.api.support;

import eu.jalon.problem.Problems;
import eu.jalon.shared.ConcurrencyFaults;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers errors of the API with problem details (RFC 9457) in the caller's language. */
@RestControllerAdvice(basePackages = "eu.jalon.api")
@Order(0)
class ApiErrorHandler extends ResponseEntityExceptionHandler {

  private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

  /**
   * A rejected field.
   *
   * @param value as sent, except hidden characters; empty if it is missing
   * @param message in the caller's language
   */
  record BadField(String field, String value, String message) {

    BadField {
      field = TextPolicy.revealed(field);
      value = TextPolicy.revealed(value);
    }
  }

  private final Problems problems;

  ApiErrorHandler(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(ValidationError.class)
  ProblemDetail refused(ValidationError refusal, Locale locale) {
    String message = problems.sentence(refusal, locale);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(Problems.status(refusal), message);
    refusal
        .field()
        .ifPresent(
            field ->
                problem.setProperty(
                    "errors", List.of(new BadField(field, refusal.value(), message))));
    return problem;
  }

  /** All violated constraints of a request body, sorted by field name. */
  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<BadField> errors =
        invalid.getFieldErrors().stream()
            .sorted(Comparator.comparing(FieldError::getField))
            .map(this::badField)
            .toList();
    String message =
        errors.isEmpty()
            ? problems.sentence(ValidationError.invalid("request.body"), locale())
            : errors.get(0).message();
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, message);
    problem.setProperty("errors", errors);
    return answer(problem);
  }

  /**
   * Reports a missing value for NotNull, NotBlank and NotEmpty, and an invalid one for other
   * constraints.
   */
  private BadField badField(FieldError error) {
    boolean missing = MISSING.contains(Objects.requireNonNullElse(error.getCode(), ""));
    String value = error.getRejectedValue() == null ? "" : error.getRejectedValue().toString();
    String key = missing ? "request.missing" : "request.field";
    String message =
        problems.sentence(ValidationError.invalid(key, error.getField(), value), locale());
    return new BadField(error.getField(), value, message);
  }

  /** Translates a conflict of concurrent changes; other database exceptions are rethrown. */
  @ExceptionHandler(DataAccessException.class)
  ProblemDetail raced(DataAccessException fault, Locale locale) {
    return refused(ConcurrencyFaults.validationErrorIn(fault).orElseThrow(() -> fault), locale);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
    return refused(Problems.validationError(mistyped), locale);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.validationError(unreadable), locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.validationError(missing), locale()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(refused(Problems.validationError(missing), locale()));
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
            problems.sentence(ValidationError.invalid("request.tooLarge"), locale())));
  }

  private static Locale locale() {
    return org.springframework.context.i18n.LocaleContextHolder.getLocale();
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
