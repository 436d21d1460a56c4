package eu.jalon.register;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.PersonId;

/**
 * One request about a commitment.
 *
 * @param country whose coordinators decide
 * @param wanted the deadline rule or the ministry that is asked for
 */
public record CommitmentRequest(
    long id,
    CommitmentRef ref,
    RequestKind kind,
    Country country,
    String wanted,
    String reason,
    PersonId askedBy,
    Status status) {

  /** Waiting for a decision, decided, or decided and carried out. */
  public enum Status {
    ASKED,
    GRANTED,
    REFUSED,
    APPLIED
  }
}
