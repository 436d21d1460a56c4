package eu.jalon.transition.correction;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepForm;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a withdrawn or fulfilled commitment in progress again. Its process starts again with each
 * party at the step at which it was; where the commitment was fulfilled, each party is asked for
 * its final evaluation again. It is due at the next summit of its series.
 */
@Service
@Transactional
public class CommitmentReopening {

  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final JdbcLineage lineages;
  private final JdbcRequests requests;
  private final ActionItems items;
  private final ActionItemRecorder recorder;
  private final CommitmentProcesses processes;
  private final Meetings meetings;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Clock clock;

  CommitmentReopening(
      JdbcCommitments commitments,
      JdbcHistory history,
      JdbcLineage lineages,
      JdbcRequests requests,
      ActionItems items,
      ActionItemRecorder recorder,
      CommitmentProcesses processes,
      Meetings meetings,
      WorkingDays calendar,
      Viewers viewers,
      Clock clock) {
    this.commitments = commitments;
    this.history = history;
    this.lineages = lineages;
    this.requests = requests;
    this.items = items;
    this.recorder = recorder;
    this.processes = processes;
    this.meetings = meetings;
    this.calendar = calendar;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Reopens a commitment. Coordinators of a party that takes part only.
   *
   * @throws ValidationError {@code reopen.open} if it is in progress, {@code reopen.continues} if
   *     it was carried over and continues under another reference
   */
  public void reopen(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    commitments.lock(ref);
    Commitment closed =
        commitments
            .find(ref, viewers.of(by))
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    CommitmentCorrections.requirePart(closed, by);
    requireReopenable(closed);
    String series = meetings.seriesOf(ref.meeting()).id();
    Optional<Meeting> next = meetings.lockNext(series);
    Optional<LocalDate> dueOn =
        closed
            .deadline()
            .dueOn(next.flatMap(Meeting::heldOn), closed.leads().accountable(), calendar);
    Map<PartyCode, Optional<String>> steps = steps(closed);
    requests.deleteClosingDecisions(ref);
    if (commitments.reopen(closed, next.map(Meeting::id).orElse(null), dueOn.orElse(null)) != 1) {
      throw ValidationError.conflict("commitment.changed", ref);
    }
    Set<String> known = recorder.known(ref);
    String instance = processes.resume(series, CommitmentEntry.start(closed), steps);
    recorder.discardPassed(ref, known);
    commitments.setProcessInstances(Map.of(ref, instance));
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.Type.REOPENED,
                closed.status().name(),
                CommitmentStatus.IN_PROGRESS.name(),
                why,
                clock.instant(),
                by.id())));
  }

  private void requireReopenable(Commitment commitment) {
    CommitmentRef ref = commitment.ref();
    switch (commitment.status()) {
      case IN_PROGRESS -> throw ValidationError.conflict("reopen.open", ref);
      case CARRIED_OVER ->
          throw ValidationError.conflict(
              "reopen.continues", ref, lineages.carriedTo(ref).orElse(ref));
      case FULFILLED, WITHDRAWN -> {
        // can be reopened
      }
    }
  }

  /** Where each party resumes; empty for one that its coordinators had validated. */
  private Map<PartyCode, Optional<String>> steps(Commitment closed) {
    Map<PartyCode, ActionItem> last = new HashMap<>();
    items.of(closed.ref()).stream()
        .map(ActionItemView::item)
        .filter(item -> !isDecision(item.step()))
        .forEach(item -> last.put(item.ministry().party(), item));
    Map<PartyCode, Optional<String>> steps = new HashMap<>();
    for (PartyCode party : closed.leads().parties()) {
      steps.put(
          party,
          closed.status() == CommitmentStatus.FULFILLED && closed.processInstance() != null
              ? Optional.of(Step.FINAL_EVALUATION.key())
              : Optional.ofNullable(last.get(party))
                  .map(CommitmentReopening::step)
                  .orElse(Optional.of(Step.TAKE_CHARGE.key())));
    }
    return steps;
  }

  private static Optional<String> step(ActionItem last) {
    return last.step() == Step.VALIDATE && last.status() == ActionItem.Status.DONE
        ? Optional.empty()
        : Optional.of(last.step().key());
  }

  private static boolean isDecision(Step step) {
    return step.form() == StepForm.DECIDE_REQUEST || step.form() == StepForm.DECIDE_CLOSING;
  }
}
