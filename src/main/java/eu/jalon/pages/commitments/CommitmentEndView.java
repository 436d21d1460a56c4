package eu.jalon.pages.commitments;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a commitment ended.
 *
 * @param change the change that ended it; absent if it ended before it was registered
 */
record CommitmentEndView(Commitment commitment, @Nullable CommitmentChange change) {

  /** Empty for a commitment in progress. */
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
