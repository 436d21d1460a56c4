package eu.jalon.shared;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Maps exceptions that a concurrent transaction caused to a validation error, so that pages, API
 * and the engine's web apps all answer them with 409 Conflict.
 */
public final class ConcurrencyFaults {

  /** SQLSTATE class of a deadlock, a serialization failure or a rolled back transaction. */
  private static final String ROLLED_BACK = "40";

  /**
   * SQLSTATE codes of a violated unique key (23505) or exclusion constraint (23P01), a lock that
   * was not available in time (55P03, in H2 HYT00) and H2's concurrent update (90131).
   */
  private static final Set<String> CONFLICTS = Set.of("23505", "23P01", "55P03", "HYT00", "90131");

  private ConcurrencyFaults() {}

  /**
   * Returns the first validation error in the chain of causes, or the one for a concurrent change;
   * empty for any other failure.
   */
  public static Optional<ValidationError> validationErrorIn(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ValidationError error) {
        return Optional.of(error);
      }
      if (cause instanceof SQLException database && isConcurrencyConflict(database)) {
        return Optional.of(ValidationError.conflict("request.raced"));
      }
    }
    return Optional.empty();
  }

  private static boolean isConcurrencyConflict(SQLException fault) {
    String state = fault.getSQLState();
    return state != null && (state.startsWith(ROLLED_BACK) || CONFLICTS.contains(state));
  }
}
