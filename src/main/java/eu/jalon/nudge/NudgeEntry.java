package eu.jalon.nudge;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A nudge on record. One that was suppressed is recorded on the first day it would have been given
 * and not again while nothing changes.
 *
 * @param stage the rung of the ladder: {@code DUE-7}, {@code OVERDUE-14}
 */
public record NudgeEntry(
    LocalDate on,
    String actionItemId,
    CommitmentRef ref,
    @Nullable PersonId person,
    Audience audience,
    String stage,
    DueDate due,
    @Nullable UUID letterId,
    @Nullable Suppression suppression) {

  /** The letter that carries it, empty where it was suppressed. */
  public Optional<UUID> letter() {
    return Optional.ofNullable(letterId);
  }

  /** Why it was not given. */
  public Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }
}
