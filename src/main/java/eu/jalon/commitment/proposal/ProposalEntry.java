package eu.jalon.commitment.proposal;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides which acts wait for other parties, and enters them as proposals. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProposalEntry {

  private final JdbcProposals proposals;
  private final JdbcHistory history;
  private final Meetings meetings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ProposalEntry(
      JdbcProposals proposals,
      JdbcHistory history,
      Meetings meetings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.proposals = proposals;
    this.history = history;
    this.meetings = meetings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Returns whether an act of a party that binds others waits for them: others take part, and the
   * series does not leave the decision to one party.
   */
  public boolean asksOthers(Commitment commitment, PartyCode party) {
    return !commitment.leads().others(party).isEmpty()
        && !meetings.seriesOf(commitment.ref().meeting()).onePartyDecides();
  }

  /** Returns whether a due date is later than the present one and than the next meeting. */
  public static boolean isBeyondMeeting(
      Commitment commitment, Optional<LocalDate> dueOn, Optional<LocalDate> meeting) {
    Optional<LocalDate> present = commitment.dueOn().map(DueDate::day);
    return dueOn
        .filter(day -> meeting.filter(day::isAfter).isPresent())
        .filter(day -> present.isEmpty() || day.isAfter(present.get()))
        .isPresent();
  }

  /** Returns whether an act on the same value waits for an answer. */
  public boolean isOpen(CommitmentRef ref, Proposal.Act act) {
    return proposals.open(ref).stream().anyMatch(open -> open.act().rivals(act));
  }

  /** Returns the open proposal of an act, if there is one. */
  public Optional<Proposal> open(CommitmentRef ref, Proposal.Act act) {
    return proposals.open(ref).stream().filter(open -> open.act().equals(act)).findFirst();
  }

  /**
   * Enters a proposal about a locked meeting and tells the other parties.
   *
   * @throws ValidationError {@code proposal.open} if one waits already
   */
  public Proposal proposeAbout(
      MeetingId meeting,
      Proposal.Act act,
      PartyCode party,
      Collection<PartyCode> others,
      String reason,
      PersonId by) {
    if (!proposals.open(meeting).isEmpty()) {
      throw ValidationError.conflict("proposal.open", meeting);
    }
    long id = proposals.add(null, meeting, act, party, reason, clock.instant(), by);
    proposals.ask(id, others);
    Proposal proposal = proposals.find(id).orElseThrow();
    events.publishEvent(new Proposal.Proposed(proposal));
    return proposal;
  }

  /**
   * Enters a proposal about a locked commitment in progress and tells the other parties.
   *
   * @throws ValidationError {@code proposal.open} if an act on the same value waits already
   */
  public Proposal propose(
      Commitment commitment, Proposal.Act act, PartyCode party, String reason, PersonId by) {
    CommitmentRef ref = commitment.ref();
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    if (isOpen(ref, act)) {
      throw ValidationError.conflict("proposal.open", ref);
    }
    long id = proposals.add(ref, null, act, party, reason, clock.instant(), by);
    proposals.ask(id, commitment.leads().others(party));
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.Type.PROPOSED,
                act.wanted(),
                act.kind().name(),
                reason,
                clock.instant(),
                by)));
    Proposal proposal = proposals.find(id).orElseThrow();
    events.publishEvent(new Proposal.Proposed(proposal));
    return proposal;
  }
}
