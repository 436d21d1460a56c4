package eu.jalon.pages.commitments;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a commitment came to its end.
 *
 * @param change what ended it; absent for one that was over before the register knew it
 */
record CommitmentEndView(Commitment commitment, @Nullable CommitmentChange change) {

  /** Empty for one that is under way. */
  static Optional<CommitmentEndView> of(Commitment commitment, List<CommitmentChange> changes) {
    CommitmentChange.Type ended =
        switch (commitment.status()) {
          case IN_PROGRESS -> null;
          case FULFILLED -> CommitmentChange.Type.FULFILLED;
          case CARRIED_OVER -> CommitmentChange.Type.CARRIED_OVER;
          case WITHDRAWN -> CommitmentChange.Type.WITHDRAWN;
        };
    return commitment.status() == CommitmentStatus.IN_PROGRESS
        ? Optional.empty()
        : Optional.of(
            new CommitmentEndView(
                commitment,
                changes.stream()
                    .filter(change -> change.type() == ended)
                    .findFirst()
                    .orElse(null)));
  }
}
