package eu.jalon.transition.proposal;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.correction.CommitmentCorrections;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts that bind other parties: a coordinator proposes one, and it is carried out once the
 * coordinators of each other party that takes part have confirmed it.
 */
@Service
@Transactional
public class Proposals {

  private final JdbcProposals proposals;
  private final JdbcCommitments commitments;
  private final ProposalEntry entry;
  private final JdbcHistory history;
  private final CommitmentActions actions;
  private final CommitmentCorrections corrections;
  private final MeetingClosing closing;
  private final ClosingUndo undo;
  private final Directory directory;
  private final Viewers viewers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Proposals(
      JdbcProposals proposals,
      JdbcCommitments commitments,
      ProposalEntry entry,
      JdbcHistory history,
      CommitmentActions actions,
      CommitmentCorrections corrections,
      MeetingClosing closing,
      ClosingUndo undo,
      Directory directory,
      Viewers viewers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.proposals = proposals;
    this.commitments = commitments;
    this.entry = entry;
    this.history = history;
    this.actions = actions;
    this.corrections = corrections;
    this.closing = closing;
    this.undo = undo;
    this.directory = directory;
    this.viewers = viewers;
    this.events = events;
    this.clock = clock;
  }

  /** Returns the open proposals that the coordinator's party made or was asked for. */
  @Transactional(readOnly = true)
  public List<Proposal> open(Person person) {
    Viewer.requireCoordinator(person);
    return person.workplace().map(MinistryCode::party).map(proposals::open).orElse(List.of());
  }

  /** Returns the open proposals about a meeting. */
  @Transactional(readOnly = true)
  public List<Proposal> open(MeetingId meeting, Person person) {
    Viewer.requireCoordinator(person);
    return proposals.open(meeting);
  }

  /** Returns the open proposals about a commitment. */
  @Transactional(readOnly = true)
  public List<Proposal> open(CommitmentRef ref) {
    return proposals.open(ref);
  }

  /**
   * Proposes to withdraw a commitment, or withdraws it if no other party takes part or the series
   * leaves the decision to one party.
   *
   * @return the proposal; empty if the commitment was withdrawn
   * @throws ValidationError {@code proposal.open} if this is proposed already
   */
  public Optional<Proposal> withdraw(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    Commitment commitment = lock(ref, by);
    PartyCode party = party(commitment, by);
    if (!entry.asksOthers(commitment, party)) {
      actions.withdraw(ref, why, by);
      return Optional.empty();
    }
    return Optional.of(entry.propose(commitment, Proposal.Act.withdrawal(), party, why, by.id()));
  }

  /**
   * Changes or requests another lead ministry of the own party; proposes another one of another
   * party, or changes it if the series leaves the decision to one party.
   *
   * @return the proposal; empty if nothing is proposed
   */
  public Optional<Proposal> reassign(CommitmentRef ref, MinistryCode to, String reason, Person by) {
    boolean own = by.workplace().filter(place -> place.party().equals(to.party())).isPresent();
    if (own || !by.is(Role.COORDINATOR)) {
      actions.reassign(ref, to, reason, by);
      return Optional.empty();
    }
    int version = lock(ref, by).version();
    return corrections.correct(ref, Correction.lead(to), version, reason, by).stream().findFirst();
  }

  /**
   * Confirms a proposal of another party; carries it out if no other confirmation is awaited.
   *
   * @throws ValidationError {@code proposal.stale} if the value that it changes has changed since
   */
  public void confirm(long id, Person by) {
    Proposal proposal = lockAwaited(id, by);
    if (proposal.kind() == Proposal.Kind.CLOSING) {
      closing.agree(proposal.closed(), proposal.reason(), by);
    } else if (proposal.ref() != null
        && proposal.act().isStale(commitment(proposal.commitment(), by))) {
      throw ValidationError.conflict("proposal.stale", proposal.about());
    }
    PartyCode party = by.workplace().orElseThrow().party();
    proposals.confirm(id, party, clock.instant(), by.id());
    change(proposal, CommitmentChange.Type.PROPOSAL_CONFIRMED, null, by);
    if (proposal.awaited().size() == 1) {
      close(proposal, Proposal.Status.CARRIED_OUT, null, by);
      Person proposer = directory.person(proposal.proposedBy()).orElse(by);
      carryOut(proposal, proposer);
    }
    events.publishEvent(new Proposal.Answered(proposals.answer(id, party)));
  }

  /**
   * Carries out a proposal in a dry run, as if all parties had confirmed it. Rights are checked by
   * the act that proposed it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tryOut(Proposal proposal, Person proposer) {
    carryOut(proposal, proposer);
  }

  private void carryOut(Proposal proposal, Person proposer) {
    Proposal.Act act = proposal.act();
    switch (act.kind()) {
      case WITHDRAWAL -> actions.withdraw(proposal.commitment(), proposal.reason(), proposer);
      case EXTENSION ->
          correct(proposal, Correction.deadline(DeadlineRule.parse(act.value())), proposer);
      case LEAD -> correct(proposal, Correction.lead(new MinistryCode(act.value())), proposer);
      case ACCOUNTABLE ->
          correct(proposal, Correction.accountable(new PartyCode(act.value())), proposer);
      case CLOSING -> closing.carryOut(proposal.closed(), LocalDate.parse(act.value()), proposer);
      case CLOSING_UNDONE -> undo.carryOut(proposal.closed(), proposal.reason(), proposer);
    }
  }

  private void correct(Proposal proposal, Correction correction, Person proposer) {
    corrections.carryOut(proposal.commitment(), correction, proposal.reason(), proposer);
  }

  /** Declines a proposal of another party, which ends it. */
  public void decline(long id, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    Proposal proposal = lockAwaited(id, by);
    close(proposal, Proposal.Status.DECLINED, why, by);
    change(proposal, CommitmentChange.Type.PROPOSAL_DECLINED, why, by);
    events.publishEvent(
        new Proposal.Answered(proposals.answer(id, by.workplace().orElseThrow().party())));
  }

  /** Takes back a proposal of the coordinator's own party. */
  public void retract(long id, Person by) {
    Proposal proposal = lockOpen(id, by);
    if (!by.workplace().map(MinistryCode::party).equals(Optional.of(proposal.party()))) {
      throw ValidationError.forbidden("proposal.notOwn", proposal.about());
    }
    close(proposal, Proposal.Status.WITHDRAWN, null, by);
    change(proposal, CommitmentChange.Type.PROPOSAL_RETRACTED, null, by);
  }

  private Proposal lockAwaited(long id, Person by) {
    Proposal proposal = lockOpen(id, by);
    PartyCode party = by.workplace().orElseThrow().party();
    if (!proposal.awaited().contains(party)) {
      throw ValidationError.forbidden("proposal.notAwaited", proposal.about(), party);
    }
    return proposal;
  }

  /** Locks the commitment of a proposal and returns the proposal; rejects one that is closed. */
  private Proposal lockOpen(long id, Person by) {
    Viewer.requireCoordinator(by);
    Proposal known = get(id);
    switch (known.kind()) {
      case CLOSING -> closing.lock(known.closed(), by);
      case CLOSING_UNDONE -> undo.lock(known.closed(), by);
      case WITHDRAWAL, EXTENSION, LEAD, ACCOUNTABLE -> party(lock(known.commitment(), by), by);
    }
    Proposal proposal = get(id);
    if (proposal.status() != Proposal.Status.OPEN) {
      throw ValidationError.conflict("proposal.closed", proposal.about());
    }
    return proposal;
  }

  private Commitment lock(CommitmentRef ref, Person by) {
    commitments.lock(ref);
    return commitment(ref, by);
  }

  private Commitment commitment(CommitmentRef ref, Person by) {
    return commitments
        .find(ref, viewers.of(by))
        .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
  }

  private static PartyCode party(Commitment commitment, Person by) {
    PartyCode party =
        by.workplace()
            .map(MinistryCode::party)
            .orElseThrow(() -> ValidationError.forbidden("request.leadOnly"));
    if (commitment.leads().find(party).isEmpty()) {
      throw ValidationError.forbidden("request.noPart", party);
    }
    return party;
  }

  private Proposal get(long id) {
    return proposals
        .find(id)
        .orElseThrow(() -> ValidationError.notFound("proposal.unknown", String.valueOf(id)));
  }

  private void close(
      Proposal proposal, Proposal.Status status, @Nullable String reason, Person by) {
    if (proposals.close(proposal.id(), status, clock.instant(), by.id(), reason) != 1) {
      throw ValidationError.conflict("proposal.closed", proposal.about());
    }
  }

  /** Adds an entry to the history of the commitment; the closing of a meeting is in no history. */
  private void change(
      Proposal proposal, CommitmentChange.Type type, @Nullable String reason, Person by) {
    CommitmentRef ref = proposal.ref();
    if (ref != null) {
      history.add(
          List.of(
              new CommitmentChange(
                  ref, type, null, proposal.kind().name(), reason, clock.instant(), by.id())));
    }
  }
}
