package eu.jalon.reminder.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reminder policy in force.
 *
 * @param source the resource it was read from
 * @param since when it came into force
 * @param refusal the newer policy that was rejected at the last start, if any
 */
public record PolicyInForce(
    List<PolicyRule> rules, String source, Instant since, @Nullable Refused refusal) {

  /** A rejected policy, with the message key and the arguments of the validation error. */
  public record Refused(String source, String key, List<String> arguments, Instant at) {}

  public Optional<Refused> refused() {
    return Optional.ofNullable(refusal);
  }
}
