package eu.jalon.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the relay has answered lately, as all nodes see it.
 *
 * @param failures how often in a row no connection could be had
 * @param failingSince when the first of these was, by the database's clock
 * @param closed whether emails wait before anybody knocks again
 * @param why what the last of them said
 */
public record RelayState(
    int failures, @Nullable Instant failingSince, boolean closed, @Nullable String why) {

  private static final List<Integer> MINUTES = List.of(1, 2, 4, 8, 15);

  /** For how long nobody knocks after so many failures in a row. */
  static Duration pause(int failures) {
    return Duration.ofMinutes(MINUTES.get(Math.min(failures, MINUTES.size()) - 1));
  }

  public Optional<Instant> since() {
    return Optional.ofNullable(failingSince);
  }

  public Optional<String> reason() {
    return Optional.ofNullable(why);
  }
}
