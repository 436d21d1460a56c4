package eu.jalon.commitment.request;

import eu.jalon.commitment.process.RequestKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One request about a commitment.
 *
 * @param country whose coordinators decide
 * @param wanted the deadline rule or the ministry that is asked for
 * @param decidedBy who decided; who asked while nobody did
 * @param decisionReason why it was decided so, absent where a coordinator decided by himself
 */
public record CommitmentRequest(
    long id,
    CommitmentRef ref,
    RequestKind kind,
    Country country,
    String wanted,
    String reason,
    PersonId askedBy,
    Status status,
    PersonId decidedBy,
    @Nullable String decisionReason) {

  /** Why it is done: the reason of who decided, or of who asked where that is the same person. */
  public String why() {
    return decisionReason == null ? reason : decisionReason;
  }

  /** Waiting for a decision, decided, decided and carried out, or without object. */
  public enum Status {
    ASKED,
    GRANTED,
    REFUSED,
    APPLIED,
    DROPPED
  }
}
