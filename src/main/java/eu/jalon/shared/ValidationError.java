package eu.jalon.shared;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody asked for and cannot have, with the reason as a key of the message bundles.
 *
 * <p>The key (under {@code refusal.}) and its arguments become a sentence in the reader's language;
 * the exception's own message is for the log.
 */
public class ValidationError extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Why it was refused, which decides the HTTP status. */
  public enum Kind {
    INVALID(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The status of HTTP. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String key;
  private final transient List<Object> arguments;

  private ValidationError(Kind kind, String key, Object... arguments) {
    super(key + " " + Arrays.toString(arguments));
    this.kind = kind;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The input is wrong; the arguments name the value and what would be right. */
  public static ValidationError invalid(String key, Object... arguments) {
    return new ValidationError(Kind.INVALID, key, arguments);
  }

  /** The person may not do this. */
  public static ValidationError forbidden(String key, Object... arguments) {
    return new ValidationError(Kind.FORBIDDEN, key, arguments);
  }

  /** There is no such thing, or none that the person may see. */
  public static ValidationError notFound(String key, Object... arguments) {
    return new ValidationError(Kind.NOT_FOUND, key, arguments);
  }

  /** The thing is no longer in the state the person saw. */
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
}
