package eu.jalon.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the relay's circuit breaker, shared by all nodes.
 *
 * @param failures failed connections in a row
 * @param failingSince when the first of these failed, by the database's clock
 * @param closed whether no connection is attempted at present
 * @param lastError the error of the last failed connection
 */
public record RelayState(
    int failures, @Nullable Instant failingSince, boolean closed, @Nullable String lastError) {

  private static final List<Integer> MINUTES = List.of(1, 2, 4, 8, 15);

  /** The time without connections after a number of failures in a row, 1 or more. */
  static Duration pause(int failures) {
    return Duration.ofMinutes(MINUTES.get(Math.min(failures, MINUTES.size()) - 1));
  }

  public Optional<Instant> since() {
    return Optional.ofNullable(failingSince);
  }

  public Optional<String> reason() {
    return Optional.ofNullable(lastError);
  }
}
