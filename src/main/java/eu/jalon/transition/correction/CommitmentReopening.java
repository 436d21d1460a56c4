package eu.jalon.transition.correction;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcClosedCommitments;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.CommitmentProcesses.Position;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private final JdbcClosedCommitments closings;
  private final PartyPositions positions;
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
      JdbcClosedCommitments closings,
      PartyPositions positions,
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
    this.closings = closings;
    this.positions = positions;
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
    boolean evaluated =
        closed.status() == CommitmentStatus.FULFILLED && closed.processInstance() != null;
    requests.deleteClosingDecisions(ref);
    resume(
        closed,
        next.map(Meeting::id).orElse(null),
        dueOn.orElse(null),
        evaluated ? evaluation(closed) : positions.of(closed),
        why,
        by);
  }

  /**
   * Puts a commitment back where it was before its meeting was closed, with the requests and
   * proposals that waited. Rights are checked by the caller.
   */
  public void restore(CommitmentRef ref, MeetingId meeting, String reason, Person by) {
    commitments.lock(ref);
    Commitment commitment =
        commitments
            .find(ref, Viewer.EVERYTHING)
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    Set<String> known = recorder.known(ref);
    Set<PartyCode> asked =
        history.lastEnd(ref).map(closed -> positions.askedAtClosing(ref, closed)).orElse(Set.of());
    resume(
        commitment,
        meeting,
        commitment.dueOn().map(DueDate::day).orElse(null),
        positions.of(commitment),
        reason,
        by);
    closings.revive(meeting, ref).forEach(kind -> processes.requested(ref, kind));
    if (!asked.isEmpty()) {
      processes.prepareClosing(Map.of(ref, asked));
    }
    recorder.continueDropped(ref, known);
  }

  private void resume(
      Commitment closed,
      @Nullable MeetingId meeting,
      @Nullable LocalDate dueOn,
      Map<PartyCode, Position> at,
      String why,
      Person by) {
    CommitmentRef ref = closed.ref();
    if (commitments.reopen(closed, meeting, dueOn) != 1) {
      throw ValidationError.conflict("commitment.changed", ref);
    }
    Set<String> known = recorder.known(ref);
    String instance =
        processes.resume(meetings.seriesOf(ref.meeting()).id(), CommitmentEntry.start(closed), at);
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
              "reopen.continues",
              ref,
              Objects.requireNonNullElse(lineages.links(ref).carriedTo(), ref));
      case FULFILLED, WITHDRAWN -> {
        // can be reopened
      }
    }
  }

  /** Each party at its final evaluation. */
  private static Map<PartyCode, Position> evaluation(Commitment closed) {
    return closed.leads().parties().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), party -> new Position(Step.FINAL_EVALUATION.key(), false)));
  }
}
