package eu.jalon.register;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine writes down as its tasks open, change hands and end; always in the engine's own
 * transaction, so that the read model cannot disagree with it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ActionItemLedger {

  private final JdbcActionItems items;
  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final Clock clock;

  ActionItemLedger(
      JdbcActionItems items, JdbcCommitments commitments, JdbcHistory history, Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.history = history;
    this.clock = clock;
  }

  public void opened(Collection<ActionItem> opened) {
    items.insert(opened);
  }

  /** What the register holds of a commitment, for a process to be compared with. */
  public CommitmentProcesses.Start truth(CommitmentRef ref) {
    return commitments
        .find(ref, Viewer.EVERYTHING)
        .map(Register::start)
        .orElseThrow(() -> new IllegalStateException("A process without a commitment: " + ref));
  }

  public void assigned(String id, @Nullable PersonId assignee) {
    items.assign(id, assignee);
  }

  public void redated(String id, @Nullable LocalDate dueOn) {
    items.redate(id, dueOn);
  }

  /** The item fell away with its process. */
  public void dropped(String id) {
    items.close(id, ActionItem.Status.DROPPED, clock.instant(), null);
  }

  /** The item was done; what its form said becomes part of the commitment's history. */
  public void done(String id, CommitmentRef ref, StepOutcome outcome, PersonId by) {
    items.close(id, ActionItem.Status.DONE, clock.instant(), by);
    Change.What what;
    String to = null;
    String reason = null;
    if (outcome instanceof StepOutcome.TakenInCharge taken) {
      what = Change.What.TAKEN_IN_CHARGE;
      reason = taken.note();
    } else if (outcome instanceof StepOutcome.Reported reported) {
      what = Change.What.REPORTED;
      to = reported.status().name();
      report(ref, reported, by);
    } else {
      StepOutcome.Validated validated = (StepOutcome.Validated) outcome;
      what = validated.fulfilled() ? Change.What.VALIDATED : Change.What.SENT_BACK;
      reason = validated.note();
    }
    history.add(
        List.of(
            new Change(ref, what, outcome.ministry().value(), to, reason, clock.instant(), by)));
  }

  /** The process came to its end: the commitment is fulfilled. */
  public void fulfilled(CommitmentRef ref, PersonId by) {
    commitments.close(ref, CommitmentStatus.FULFILLED, BrusselsTime.today(clock));
    history.add(
        List.of(new Change(ref, Change.What.FULFILLED, null, null, null, clock.instant(), by)));
  }

  private void report(CommitmentRef ref, StepOutcome.Reported reported, PersonId by) {
    commitments.lock(ref);
    history.add(
        new ProgressReport(
            ref,
            reported.ministry(),
            reported.status(),
            reported.text(),
            reported.evidence(),
            clock.instant(),
            by));
    var lastOfEach =
        history.reports(ref).stream()
            .collect(
                Collectors.toMap(
                    ProgressReport::ministry, Function.identity(), (latest, older) -> latest));
    commitments.health(
        ref, Health.of(lastOfEach.values().stream().map(ProgressReport::status).toList()));
  }
}
