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

  /** The types of change in a commitment's history. */
  public enum Type {
    ENTERED,
    TAKEN_IN_CHARGE,
    REPORTED,
    VALIDATED,
    SENT_BACK,
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
    TRANSLATED,
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
    REOPENED,
    PROPOSED,
    PROPOSAL_CONFIRMED,
    PROPOSAL_DECLINED,
    PROPOSAL_RETRACTED,
    CARRIED_OVER
  }
}
