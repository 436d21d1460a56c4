package eu.jalon.shared;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a fault that only says that a parallel act was faster from a real one. Pages, API and the
 * engine's web apps all ask here, so that the slower act is answered with a conflict everywhere.
 */
public final class Races {

  /** A deadlock, a serialization failure or a transaction that was rolled back (SQLSTATE class). */
  private static final String ROLLED_BACK = "40";

  /**
   * A unique key (23505) or an exclusion constraint (23P01) that a parallel act satisfied first; a
   * lock that was not available in time (55P03, in H2 HYT00) and H2's concurrent update (90131).
   */
  private static final Set<String> RACED = Set.of("23505", "23P01", "55P03", "HYT00", "90131");

  private Races() {}

  /** The validation error that a fault carries or stands for; empty for a real fault. */
  public static Optional<ValidationError> refusalIn(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ValidationError refusal) {
        return Optional.of(refusal);
      }
      if (cause instanceof SQLException database && isRace(database)) {
        return Optional.of(ValidationError.conflict("request.raced"));
      }
    }
    return Optional.empty();
  }

  private static boolean isRace(SQLException fault) {
    String state = fault.getSQLState();
    return state != null && (state.startsWith(ROLLED_BACK) || RACED.contains(state));
  }
}
