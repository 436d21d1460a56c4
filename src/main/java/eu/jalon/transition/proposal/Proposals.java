package eu.jalon.transition.proposal;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
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
  private final JdbcHistory history;
  private final CommitmentActions actions;
  private final Directory directory;
  private final Viewers viewers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Proposals(
      JdbcProposals proposals,
      JdbcCommitments commitments,
      JdbcHistory history,
      CommitmentActions actions,
      Directory directory,
      Viewers viewers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.proposals = proposals;
    this.commitments = commitments;
    this.history = history;
    this.actions = actions;
    this.directory = directory;
    this.viewers = viewers;
    this.events = events;
    this.clock = clock;
  }

  /** Returns the open proposals about commitments in which the coordinator's party takes part. */
  @Transactional(readOnly = true)
  public List<Proposal> open(Person person) {
    Viewer.requireCoordinator(person);
    return person.workplace().map(MinistryCode::party).map(proposals::open).orElse(List.of());
  }

  /** Returns the open proposals about a commitment. */
  @Transactional(readOnly = true)
  public List<Proposal> open(CommitmentRef ref) {
    return proposals.open(ref);
  }

  /**
   * Proposes to withdraw a commitment, or withdraws it if no other party takes part.
   *
   * @return the proposal; empty if the commitment was withdrawn
   * @throws ValidationError {@code proposal.open} if this is proposed already
   */
  public Optional<Proposal> withdraw(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    Commitment commitment = lock(ref, by);
    PartyCode party = party(commitment, by);
    if (commitment.leads().others(party).isEmpty()) {
      actions.withdraw(ref, why, by);
      return Optional.empty();
    }
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    if (!proposals.open(ref).isEmpty()) {
      throw ValidationError.conflict("proposal.open", ref);
    }
    long id = proposals.add(ref, Proposal.Kind.WITHDRAWAL, party, why, clock.instant(), by.id());
    change(ref, CommitmentChange.Type.PROPOSED, Proposal.Kind.WITHDRAWAL, why, by);
    Proposal proposal = get(id);
    events.publishEvent(new Proposal.Proposed(proposal));
    return Optional.of(proposal);
  }

  /** Confirms a proposal of another party; carries it out if no other confirmation is awaited. */
  public void confirm(long id, Person by) {
    Proposal proposal = lockAwaited(id, by);
    PartyCode party = by.workplace().orElseThrow().party();
    proposals.confirm(id, party, clock.instant(), by.id());
    change(proposal.ref(), CommitmentChange.Type.PROPOSAL_CONFIRMED, proposal.kind(), null, by);
    if (proposal.awaited().size() > 1) {
      return;
    }
    close(proposal, Proposal.Status.CARRIED_OUT, null, by);
    Person proposer = directory.person(proposal.proposedBy()).orElse(by);
    actions.withdraw(proposal.ref(), proposal.reason(), proposer);
    events.publishEvent(new Proposal.Answered(get(id)));
  }

  /** Declines a proposal of another party, which ends it. */
  public void decline(long id, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    Proposal proposal = lockAwaited(id, by);
    close(proposal, Proposal.Status.DECLINED, why, by);
    change(proposal.ref(), CommitmentChange.Type.PROPOSAL_DECLINED, proposal.kind(), why, by);
    events.publishEvent(new Proposal.Answered(get(id)));
  }

  /** Takes back a proposal of the coordinator's own party. */
  public void retract(long id, Person by) {
    Proposal proposal = lockOpen(id, by);
    if (!by.workplace().map(MinistryCode::party).equals(Optional.of(proposal.party()))) {
      throw ValidationError.forbidden("proposal.notOwn", proposal.ref());
    }
    close(proposal, Proposal.Status.WITHDRAWN, null, by);
    change(proposal.ref(), CommitmentChange.Type.PROPOSAL_RETRACTED, proposal.kind(), null, by);
  }

  private Proposal lockAwaited(long id, Person by) {
    Proposal proposal = lockOpen(id, by);
    PartyCode party = by.workplace().orElseThrow().party();
    if (!proposal.awaited().contains(party)) {
      throw ValidationError.forbidden("proposal.notAwaited", proposal.ref(), party);
    }
    return proposal;
  }

  /** Locks the commitment of a proposal and returns the proposal; rejects one that is closed. */
  private Proposal lockOpen(long id, Person by) {
    Viewer.requireCoordinator(by);
    CommitmentRef ref = get(id).ref();
    party(lock(ref, by), by);
    Proposal proposal = get(id);
    if (proposal.status() != Proposal.Status.OPEN) {
      throw ValidationError.conflict("proposal.closed", ref);
    }
    return proposal;
  }

  private Commitment lock(CommitmentRef ref, Person by) {
    commitments.lock(ref);
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
      throw ValidationError.conflict("proposal.closed", proposal.ref());
    }
  }

  private void change(
      CommitmentRef ref,
      CommitmentChange.Type type,
      Proposal.Kind kind,
      @Nullable String reason,
      Person by) {
    history.add(
        List.of(
            new CommitmentChange(ref, type, null, kind.name(), reason, clock.instant(), by.id())));
  }
}
