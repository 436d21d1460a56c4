package eu.jalon.actionitem.record;

import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the engine access to requests about commitments and carries them out; always in the
 * engine's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestRecorder {

  /** A change of the lead ministry of a party. */
  public record Reassigned(PartyCode party, MinistryCode from, MinistryCode to) {}

  private final JdbcRequests requests;
  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final ProposalEntry proposals;
  private final DueDateUpdate dueDates;
  private final ActionItemExtensions extensions;
  private final CommitmentActions actions;
  private final CommitmentProcesses processes;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Clock clock;

  RequestRecorder(
      JdbcRequests requests,
      JdbcCommitments commitments,
      JdbcHistory history,
      ProposalEntry proposals,
      DueDateUpdate dueDates,
      ActionItemExtensions extensions,
      CommitmentActions actions,
      CommitmentProcesses processes,
      Directory directory,
      WorkingDays calendar,
      Clock clock) {
    this.requests = requests;
    this.commitments = commitments;
    this.history = history;
    this.proposals = proposals;
    this.dueDates = dueDates;
    this.extensions = extensions;
    this.actions = actions;
    this.processes = processes;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Returns the pending request of a kind; rejects the call if there is none. */
  public CommitmentRequest pending(CommitmentRef ref, RequestKind kind) {
    return requests
        .pending(ref, kind)
        .orElseThrow(() -> ValidationError.notFound("request.unknown", ref));
  }

  /** Returns whether the request was granted. */
  public boolean isGranted(CommitmentRef ref, RequestKind kind) {
    return requests
        .pending(ref, kind)
        .filter(request -> request.status() == CommitmentRequest.Status.GRANTED)
        .isPresent();
  }

  /** Returns the coordinating team that decides on the request. */
  public MinistryCode decidedBy(CommitmentRef ref, RequestKind kind) {
    return directory.coordinationOf(pending(ref, kind).party());
  }

  void decided(
      CommitmentRef ref, RequestKind kind, StepOutcome.RequestDecided decision, PersonId by) {
    CommitmentRequest request = pending(ref, kind);
    if (!decision.granted()) {
      requests.decide(
          request.id(),
          CommitmentRequest.Status.REFUSED,
          null,
          clock.instant(),
          by,
          decision.reason());
      change(
          request, kind.refused(), request.actionItemId(), request.wanted(), decision.reason(), by);
      return;
    }
    String other = other(kind, decision);
    String value = other == null ? request.wanted() : other;
    if (value == null) {
      throw ValidationError.ofField("request.ministryMissing", "otherMinistry");
    }
    requireGrantable(request, value);
    requests.decide(
        request.id(),
        CommitmentRequest.Status.GRANTED,
        value.equals(request.wanted()) ? null : value,
        clock.instant(),
        by,
        decision.reason());
    change(request, kind.granted(), request.actionItemId(), value, decision.reason(), by);
  }

  /** What is granted instead of what was requested, if anything is. */
  private static @Nullable String other(RequestKind kind, StepOutcome.RequestDecided decision) {
    Object other = kind == RequestKind.EXTENSION ? decision.otherDate() : decision.otherMinistry();
    return other == null ? null : other.toString();
  }

  private void requireGrantable(CommitmentRequest request, String value) {
    if (request.kind() == RequestKind.REASSIGNMENT) {
      MinistryCode to = new MinistryCode(value);
      if (!to.party().equals(request.party())) {
        throw ValidationError.forbidden("request.otherParty", to);
      }
      actions.requirePossibleLead(commitment(request.ref()), to);
    } else if (request.item().isPresent()) {
      extensions.requireAllowed(request.item().orElseThrow(), LocalDate.parse(value));
    } else {
      requireNotPast(request.ref(), DeadlineRule.parse(value));
    }
  }

  /** Drops the pending request for another due date of an item that was completed. */
  void itemDone(CommitmentRef ref, String item) {
    requests
        .pending(ref, RequestKind.EXTENSION)
        .filter(request -> request.item().filter(item::equals).isPresent())
        .filter(request -> requests.end(request.id(), CommitmentRequest.Status.DROPPED))
        .ifPresent(request -> processes.requestEnded(ref, request.kind()));
  }

  /** Rejects a deadline that has passed since it was requested. */
  private void requireNotPast(CommitmentRef ref, DeadlineRule wanted) {
    PartyCode accountable = commitment(ref).leads().accountable();
    wanted
        .dueOn(commitments.summitDate(ref), accountable, calendar)
        .filter(day -> day.isBefore(calendar.day(clock.instant(), accountable)))
        .ifPresent(
            day -> {
              throw ValidationError.invalid("request.past", day);
            });
  }

  /**
   * Sets the granted deadline rule and updates the due dates of all open items, or that of the one
   * item that the request names. Proposes the rule to the other parties if it ends after the next
   * meeting.
   */
  public void applyExtension(CommitmentRef ref) {
    CommitmentRequest request = pending(ref, RequestKind.EXTENSION);
    if (request.item().isPresent()) {
      applyItemExtension(request, request.item().orElseThrow());
      return;
    }
    Commitment commitment = commitment(ref);
    DeadlineRule rule =
        DeadlineRule.parse(request.value()).orInterval(commitment.deadline().interval());
    Optional<LocalDate> meeting = commitments.summitDate(ref);
    Optional<LocalDate> dueOn = rule.dueOn(meeting, commitment.leads().accountable(), calendar);
    if (proposals.asksOthers(commitment, request.party())
        && ProposalEntry.isBeyondMeeting(commitment, dueOn, meeting)) {
      requests.markApplied(request.id());
      proposals.propose(
          commitment,
          Proposal.Act.extension(commitment, rule),
          request.party(),
          request.why(),
          request.decidedBy());
      return;
    }
    commitments.setDeadline(ref, rule, dueOn.orElse(null));
    dueDates.update(List.of(ref));
    requests.markApplied(request.id());
    change(
        request,
        CommitmentChange.Type.DUE_DATE,
        commitment.dueOn().map(DueDate::toString).orElse(null),
        dueOn.map(LocalDate::toString).orElse(null),
        request.why(),
        request.decidedBy());
  }

  private void applyItemExtension(CommitmentRequest request, String item) {
    boolean open = extensions.apply(item, LocalDate.parse(request.value()));
    requests.markApplied(request.id());
    if (open && request.decisionReason() == null) {
      change(
          request,
          request.kind().granted(),
          item,
          request.value(),
          request.reason(),
          request.decidedBy());
    }
  }

  /** Sets the granted lead ministry. */
  public Reassigned applyReassignment(CommitmentRef ref) {
    CommitmentRequest request = pending(ref, RequestKind.REASSIGNMENT);
    MinistryCode to = new MinistryCode(request.value());
    MinistryCode from = commitment(ref).leads().lead(to.party());
    commitments.setLead(ref, to);
    requests.markApplied(request.id());
    change(
        request,
        CommitmentChange.Type.REASSIGNED,
        from.value(),
        to.value(),
        request.why(),
        request.decidedBy());
    return new Reassigned(to.party(), from, to);
  }

  private Commitment commitment(CommitmentRef ref) {
    return commitments
        .find(ref, Viewer.EVERYTHING)
        .orElseThrow(() -> new IllegalStateException("No commitment for request on " + ref));
  }

  private void change(
      CommitmentRequest request,
      CommitmentChange.Type type,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      PersonId by) {
    history.add(
        List.of(new CommitmentChange(request.ref(), type, from, to, reason, clock.instant(), by)));
  }
}
