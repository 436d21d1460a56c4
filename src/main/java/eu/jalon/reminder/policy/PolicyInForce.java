package eu.jalon.reminder.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reminder policy in force.
 *
 * @param source where it was read from
 * @param since when it took the place of the one before
 * @param refusal what became of a newer table that was not sound
 */
public record PolicyInForce(
    List<ReminderPolicy.Line> lines, String source, Instant since, @Nullable Refused refusal) {

  /** A table that was refused, by the key of the reason and what it names. */
  public record Refused(String source, String key, List<String> arguments, Instant at) {}

  public Optional<Refused> refused() {
    return Optional.ofNullable(refusal);
  }
}
