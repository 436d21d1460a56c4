package eu.jalon.actionitem.record;

import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
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
  private final DueDateUpdate dueDates;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Clock clock;

  RequestRecorder(
      JdbcRequests requests,
      JdbcCommitments commitments,
      JdbcHistory history,
      DueDateUpdate dueDates,
      Directory directory,
      WorkingDays calendar,
      Clock clock) {
    this.requests = requests;
    this.commitments = commitments;
    this.history = history;
    this.dueDates = dueDates;
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
    if (decision.granted() && kind == RequestKind.EXTENSION) {
      requireNotPast(ref, DeadlineRule.parse(request.wanted()));
    }
    CommitmentRequest.Status status =
        decision.granted() ? CommitmentRequest.Status.GRANTED : CommitmentRequest.Status.REFUSED;
    requests.decide(request.id(), status, clock.instant(), by, decision.reason());
    if (!decision.granted()) {
      change(request, kind.refused(), null, request.wanted(), decision.reason(), by);
    }
  }

  /** Rejects a deadline that has passed since it was requested. */
  private void requireNotPast(CommitmentRef ref, DeadlineRule wanted) {
    wanted
        .dueOn(commitments.summitDate(ref), commitment(ref).leads().accountable(), calendar)
        .filter(day -> day.isBefore(BrusselsTime.today(clock)))
        .ifPresent(
            day -> {
              throw ValidationError.invalid("request.past", wanted);
            });
  }

  /** Sets the requested deadline rule and updates the due dates of all open items. */
  public void applyExtension(CommitmentRef ref) {
    CommitmentRequest request = pending(ref, RequestKind.EXTENSION);
    Commitment commitment = commitment(ref);
    DeadlineRule rule = DeadlineRule.parse(request.wanted());
    Optional<LocalDate> dueOn =
        rule.dueOn(commitments.summitDate(ref), commitment.leads().accountable(), calendar);
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

  /** Sets the requested lead ministry. */
  public Reassigned applyReassignment(CommitmentRef ref) {
    CommitmentRequest request = pending(ref, RequestKind.REASSIGNMENT);
    MinistryCode to = new MinistryCode(request.wanted());
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
      String reason,
      PersonId by) {
    history.add(
        List.of(new CommitmentChange(request.ref(), type, from, to, reason, clock.instant(), by)));
  }
}
