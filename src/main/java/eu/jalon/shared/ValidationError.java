package eu.jalon.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports input or a request that is not accepted; the reason is a key of the message bundles.
 *
 * <p>The key, prefixed with {@code error.}, and its arguments are resolved to a sentence in the
 * user's language; the exception's own message is for the log.
 */
public class ValidationError extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The category of an error, which determines the HTTP status. */
  public enum Kind {
    INVALID(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** Returns the HTTP status code (RFC 9110). */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String key;
  private final transient List<Object> arguments;
  private final @Nullable String field;
  private final String value;

  private ValidationError(Kind kind, String key, Object... arguments) {
    this(kind, null, "", key, arguments);
  }

  private ValidationError(
      Kind kind, @Nullable String field, String value, String key, Object... arguments) {
    super(key + " " + Arrays.toString(arguments));
    this.kind = kind;
    this.key = key;
    this.arguments = List.of(arguments);
    this.field = field;
    this.value = value;
  }

  /**
   * Creates an error about a wrong value; the arguments name the value and what would be accepted.
   */
  public static ValidationError invalid(String key, Object... arguments) {
    return new ValidationError(Kind.INVALID, key, arguments);
  }

  /**
   * Creates an error about a field of the input, whose name is the first argument.
   *
   * @param more the other arguments
   */
  public static ValidationError ofField(String key, String field, Object... more) {
    return new ValidationError(Kind.INVALID, field, "", key, arguments(more, field));
  }

  /**
   * Creates an error about the value of a field; the field and the value as sent are the first two
   * arguments.
   *
   * @param more the other arguments
   */
  public static ValidationError ofValue(String key, String field, Object value, Object... more) {
    return new ValidationError(
        Kind.INVALID, field, value.toString(), key, arguments(more, field, value));
  }

  private static Object[] arguments(Object[] more, Object... first) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
  }

  /** Creates an error about a missing permission. */
  public static ValidationError forbidden(String key, Object... arguments) {
    return new ValidationError(Kind.FORBIDDEN, key, arguments);
  }

  /** Creates an error about an object that does not exist or that the user cannot see. */
  public static ValidationError notFound(String key, Object... arguments) {
    return new ValidationError(Kind.NOT_FOUND, key, arguments);
  }

  /** Creates an error about an object whose state does not allow the request, or has changed. */
  public static ValidationError conflict(String key, Object... arguments) {
    return new ValidationError(Kind.CONFLICT, key, arguments);
  }

  public Kind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /** Returns the name of the rejected field, if the error is about one. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** Returns the rejected value as sent; empty if it is missing or unknown. */
  public String value() {
    return value;
  }
}
