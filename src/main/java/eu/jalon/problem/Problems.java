package eu.jalon.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Converts exceptions to a localized message and an HTTP status, for pages, the API, the engine's
 * web apps and access errors.
 */
@Component
public class Problems {

  private static final String KEY_PREFIX = "error.";

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * Returns the localized message of a validation error; dates are written out and hidden
   * characters in rejected values are replaced.
   */
  public String sentence(ValidationError error, Locale locale) {
    Object[] arguments =
        error.arguments().stream().map(argument -> readable(argument, locale)).toArray();
    return messages.getMessage(KEY_PREFIX + error.key(), arguments, locale);
  }

  /**
   * Returns the localized message of a stored validation error, of which only the key and texts are
   * kept.
   */
  public String sentence(String key, List<String> arguments, Locale locale) {
    Object[] values =
        arguments.stream()
            .map(text -> text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text)
            .toArray();
    return String.valueOf(messages.getMessage(KEY_PREFIX + key, values, key, locale));
  }

  /** Returns the HTTP status of a validation error. */
  public static HttpStatus status(ValidationError error) {
    return switch (error.kind()) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    };
  }

  /** Returns the validation error for an exception of the framework. */
  public static ValidationError validationError(Exception exception) {
    return cause(exception, ValidationError.class).orElseGet(() -> translated(exception));
  }

  private static ValidationError translated(Exception exception) {
    if (exception instanceof MethodArgumentTypeMismatchException mistyped) {
      return wrongType(mistyped.getName(), mistyped.getValue(), mistyped.getRequiredType());
    }
    if (exception instanceof MissingServletRequestParameterException missing) {
      return ValidationError.ofField("request.missing", missing.getParameterName());
    }
    if (exception instanceof MissingServletRequestPartException missing) {
      return ValidationError.ofField("request.missing", missing.getRequestPartName());
    }
    return cause(exception, InvalidFormatException.class)
        .filter(wrong -> !wrong.getPath().isEmpty())
        .map(wrong -> wrongType(path(wrong), wrong.getValue(), wrong.getTargetType()))
        .orElseGet(() -> ValidationError.invalid("request.body"));
  }

  /** The field of a body whose value is wrong, as in {@code next.date}. */
  private static String path(InvalidFormatException wrong) {
    return wrong.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private static ValidationError wrongType(
      String parameter, @Nullable Object value, @Nullable Class<?> wanted) {
    String given = value == null ? "" : value.toString();
    if (wanted != null && wanted.isEnum()) {
      return Choice.wrong(wanted.getEnumConstants(), Problems::name, parameter, given);
    }
    if (wanted == LocalDate.class) {
      return ValidationError.ofValue("request.date", parameter, given);
    }
    if (wanted == int.class || wanted == Integer.class || wanted == long.class) {
      return ValidationError.ofValue("request.number", parameter, given);
    }
    return ValidationError.ofValue("request.field", parameter, given);
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> wanted) {
    for (Throwable current = thrown; current != null; current = current.getCause()) {
      if (wanted.isInstance(current)) {
        return Optional.of(wanted.cast(current));
      }
    }
    return Optional.empty();
  }

  private static Object readable(Object argument, Locale locale) {
    if (argument instanceof LocalDate day) {
      return Language.of(locale).rules().day(day);
    }
    return argument instanceof Number ? argument : TextPolicy.revealed(argument.toString());
  }
}
