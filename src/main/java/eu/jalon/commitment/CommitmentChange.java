package eu.jalon.commitment;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a commitment's history: the type of change, old and new value, reason, time and
 * author.
 */
public record CommitmentChange(
    CommitmentRef ref,
    Type type,
    @Nullable String from,
    @Nullable String to,
    @Nullable String reason,
    Instant at,
    PersonId by) {

  /** Returns the same change without its reason. */
  public CommitmentChange withoutReason() {
    return new CommitmentChange(ref, type, from, to, null, at, by);
  }

  /** The types of change in a commitment's history. */
  public enum Type {
    ENTERED,
    TAKEN_IN_CHARGE,
    REPORTED,
    VALIDATED,
    SENT_BACK,
    NOTE_ADDED,
    FILE_ADDED,
    FULFILLED,
    DUE_DATE,
    PRIORITY,
    TITLE,
    SUMMARY,
    THEME,
    TRACK,
    ACCOUNTABLE,
    ASSOCIATED,
    DEADLINE_RULE,
    RESTRICTED,
    TRANSLATED,
    APPROVAL_CHOSEN,
    INTERVAL_MISSED,
    EXTENSION_ASKED,
    EXTENSION_GRANTED,
    EXTENSION_REFUSED,
    EXTENSION_RETRACTED,
    REASSIGNMENT_ASKED,
    REASSIGNMENT_GRANTED,
    REASSIGNMENT_REFUSED,
    REASSIGNMENT_RETRACTED,
    REASSIGNED,
    SPLIT,
    CLOSING_CHOSEN,
    WITHDRAWN,
    REOPENED,
    PROPOSED,
    PROPOSAL_CONFIRMED,
    PROPOSAL_DECLINED,
    PROPOSAL_RETRACTED,
    CARRIED_OVER
  }
}
