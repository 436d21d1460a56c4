package eu.jalon.commitment.request;

import eu.jalon.commitment.process.RequestKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request to change the deadline or a lead of a commitment.
 *
 * @param party the party whose coordinators decide
 * @param wanted the requested deadline rule or ministry
 * @param decidedBy the deciding person; the requesting person while it is pending
 * @param decisionReason the reason of the decision; absent if a coordinator made the request
 */
public record CommitmentRequest(
    long id,
    CommitmentRef ref,
    RequestKind kind,
    PartyCode party,
    String wanted,
    String reason,
    PersonId askedBy,
    Status status,
    PersonId decidedBy,
    @Nullable String decisionReason) {

  /** Returns the reason of the decision, or that of the request if a coordinator made it. */
  public String why() {
    return decisionReason == null ? reason : decisionReason;
  }

  /** Pending, granted, refused, carried out, or dropped because the commitment was closed. */
  public enum Status {
    ASKED,
    GRANTED,
    REFUSED,
    APPLIED,
    DROPPED
  }
}
