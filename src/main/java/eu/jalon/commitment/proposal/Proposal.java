package eu.jalon.commitment.proposal;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act that one party proposes and each other party confirms.
 *
 * @param ref the commitment that it changes; absent for the closing of a meeting
 * @param meeting the meeting that it closes or whose closing it takes back; absent otherwise
 * @param party the party whose coordinators propose it
 * @param awaited the parties whose coordinators have not answered yet
 * @param end how it ended; absent while it is open
 */
public record Proposal(
    long id,
    @Nullable CommitmentRef ref,
    @Nullable MeetingId meeting,
    Act act,
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
    WITHDRAWAL,
    /** A later deadline, after the next meeting. */
    EXTENSION,
    /** Another lead ministry of a party other than the one that proposes it. */
    LEAD,
    /** Another accountable party. */
    ACCOUNTABLE,
    /** The end of a meeting, with an end or a carry-over of each open commitment. */
    CLOSING,
    /** The closing of a meeting taken back. */
    CLOSING_UNDONE
  }

  /**
   * What is proposed.
   *
   * @param former the value when it was proposed: a deadline rule, or the code of a ministry or
   *     party; absent for a withdrawal or closing
   * @param wanted the proposed value in the same form; for a closing the day of the meeting (ISO
   *     8601)
   */
  public record Act(Kind kind, @Nullable String former, @Nullable String wanted) {

    public static Act withdrawal() {
      return new Act(Kind.WITHDRAWAL, null, null);
    }

    public static Act extension(Commitment commitment, DeadlineRule wanted) {
      return new Act(Kind.EXTENSION, commitment.deadline().toString(), wanted.toString());
    }

    public static Act lead(Commitment commitment, MinistryCode wanted) {
      return new Act(Kind.LEAD, commitment.leads().lead(wanted.party()).value(), wanted.value());
    }

    public static Act accountable(Commitment commitment, PartyCode wanted) {
      return new Act(Kind.ACCOUNTABLE, commitment.leads().accountable().value(), wanted.value());
    }

    public static Act closing(LocalDate heldOn) {
      return new Act(Kind.CLOSING, null, heldOn.toString());
    }

    public static Act closingUndone() {
      return new Act(Kind.CLOSING_UNDONE, null, null);
    }

    /** The proposed value; of a kind that has one. */
    public String value() {
      return Objects.requireNonNull(wanted);
    }

    /** Whether the value in the commitment is another one than when the act was proposed. */
    public boolean isStale(Commitment now) {
      return switch (kind) {
        case WITHDRAWAL, CLOSING, CLOSING_UNDONE -> false;
        case EXTENSION -> !now.deadline().toString().equals(former);
        case LEAD -> !now.leads().lead(new MinistryCode(value()).party()).value().equals(former);
        case ACCOUNTABLE -> !now.leads().accountable().value().equals(former);
      };
    }

    /** Whether another act would change the same value. */
    boolean rivals(Act other) {
      return kind == other.kind() && Objects.equals(former, other.former());
    }
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

  /**
   * The answer of another party.
   *
   * @param proposal the proposal as it is now
   * @param last whether this answer ended the proposal
   */
  public record Answer(long id, Proposal proposal, PartyCode party, boolean last) {}

  /** Published when another party has confirmed or declined. */
  public record Answered(Answer answer) {}

  /** Whether the answer of another party ended it; the one that declines does not confirm. */
  boolean isEndedBy(@Nullable PersonId confirming) {
    return end != null && (confirming == null || confirming.equals(end.by()));
  }

  /** The id of the commitment or meeting. */
  public String about() {
    return ref == null ? String.valueOf(meeting) : ref.value();
  }

  /** The commitment of an act that is not a closing. */
  public CommitmentRef commitment() {
    return Objects.requireNonNull(ref);
  }

  /** The meeting of a closing, or of a closing that is taken back. */
  public MeetingId closed() {
    return Objects.requireNonNull(meeting);
  }

  public Kind kind() {
    return act.kind();
  }
}
