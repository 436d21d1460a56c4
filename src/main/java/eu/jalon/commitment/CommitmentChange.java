package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a commitment's history: what changed, from what to what, why and by whom. */
public record CommitmentChange(
    CommitmentRef ref,
    What what,
    @Nullable String from,
    @Nullable String to,
    @Nullable String reason,
    Instant at,
    PersonId by) {

  /** The kinds of change that a commitment's history knows. */
  public enum What {
    ENTERED,
    TAKEN_IN_CHARGE,
    REPORTED,
    VALIDATED,
    SENT_BACK,
    FULFILLED,
    DUE_DATE,
    PRIORITY,
    APPROVAL_CHOSEN,
    INTERVAL_MISSED,
    EXTENSION_ASKED,
    EXTENSION_REFUSED,
    REASSIGNMENT_ASKED,
    REASSIGNMENT_REFUSED,
    REASSIGNED,
    SPLIT,
    CLOSING_CHOSEN,
    WITHDRAWN,
    CARRIED_OVER
  }
}
