package eu.jalon.commitment.proposal;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act on a commitment that one party proposes and each other party confirms.
 *
 * @param party the party whose coordinators propose it
 * @param awaited the parties whose coordinators have not answered yet
 * @param end how it ended; absent while it is open
 */
public record Proposal(
    long id,
    CommitmentRef ref,
    Kind kind,
    PartyCode party,
    String reason,
    Instant proposedAt,
    PersonId proposedBy,
    Status status,
    Set<PartyCode> awaited,
    @Nullable End end) {

  /** The acts that bind other parties. */
  public enum Kind {
    /** The end of a commitment before it is fulfilled. */
    WITHDRAWAL
  }

  /**
   * Open, carried out, declined, withdrawn by its party, or lapsed because the commitment ended.
   */
  public enum Status {
    OPEN,
    CARRIED_OUT,
    DECLINED,
    WITHDRAWN,
    LAPSED
  }

  /** Who ended it and why; a confirmation has no reason. */
  public record End(Instant at, PersonId by, @Nullable String reason) {}

  /** Published when a proposal waits for other parties. */
  public record Proposed(Proposal proposal) {}

  /** Published when the last other party has confirmed, or one has declined. */
  public record Answered(Proposal proposal) {}
}
