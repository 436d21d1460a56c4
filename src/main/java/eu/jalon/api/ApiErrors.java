package eu.jalon.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import eu.jalon.shared.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
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

/** Every validation error of the API as RFC 9457, with a sentence in the caller's language. */
@RestControllerAdvice(basePackages = "eu.jalon.api")
@Order(0)
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

  /**
   * A field that cannot be accepted.
   *
   * @param value as it was sent; empty where it was not
   * @param message a sentence in the caller's language
   */
  record BadField(String field, String value, String message) {}

  private final MessageSource messages;

  ApiErrors(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler(Refusal.class)
  ProblemDetail refused(Refusal refusal, Locale locale) {
    String message = sentence(refusal.key(), locale, refusal.arguments().toArray());
    boolean namesField =
        refusal.key().startsWith("form.") || refusal.key().equals("request.missing");
    List<Object> arguments = refusal.arguments();
    List<BadField> errors =
        namesField && !arguments.isEmpty()
            ? List.of(
                new BadField(
                    String.valueOf(arguments.get(0)),
                    refusal.key().equals("form.choice") ? String.valueOf(arguments.get(1)) : "",
                    message))
            : List.of();
    return problem(statusOf(refusal.kind()), message, errors);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ProblemDetail mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
    for (Throwable cause = mistyped; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refused(refusal, locale);
      }
    }
    return problem(badField(mistyped.getName(), mistyped.getValue(), "request.field", locale));
  }

  /** What constraints of a request body are not met, in the order of the fields' names. */
  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<BadField> errors =
        invalid.getFieldErrors().stream()
            .sorted(Comparator.comparing(FieldError::getField))
            .map(error -> badField(error, locale()))
            .toList();
    String message =
        errors.isEmpty() ? sentence("request.body", locale()) : errors.get(0).message();
    return answer(problem(HttpStatus.BAD_REQUEST, message, errors));
  }

  /** A constraint that asks for a value says that it is missing; any other, that it is wrong. */
  private BadField badField(FieldError error, Locale locale) {
    boolean missing = MISSING.contains(Objects.requireNonNullElse(error.getCode(), ""));
    return badField(
        error.getField(),
        error.getRejectedValue(),
        missing ? "request.missing" : "request.field",
        locale);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return answer(refused(refusal, locale()));
      }
      if (cause instanceof InvalidFormatException wrong && !wrong.getPath().isEmpty()) {
        return answer(problem(badField(path(wrong), wrong.getValue(), "request.field", locale())));
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
    return answer(problem(badField(missing.getParameterName(), null, "request.missing", locale())));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        problem(badField(missing.getRequestPartName(), null, "request.missing", locale())));
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

  /** The field of a body that its text is wrong for, as in {@code next.date}. */
  private static String path(InvalidFormatException wrong) {
    return wrong.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private BadField badField(String field, @Nullable Object value, String key, Locale locale) {
    String shown = value == null ? "" : String.valueOf(value);
    return new BadField(field, shown, sentence(key, locale, field, shown));
  }

  private static ProblemDetail problem(BadField error) {
    return problem(HttpStatus.BAD_REQUEST, error.message(), List.of(error));
  }

  private static ProblemDetail problem(HttpStatus status, String message, List<BadField> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
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
