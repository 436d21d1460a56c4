package eu.jalon.transition;

import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.entry.JdbcClosedCommitments;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.MailQueue;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.transition.correction.CommitmentReopening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back the closing of a summit, until a first act on what continues: the summit is planned
 * again as it was, its commitments go on where they were, and those that continued them are gone.
 */
@Service
@Transactional
public class ClosingUndo {

  private final JdbcMeetings meetings;
  private final Meetings series;
  private final JdbcClosedCommitments closed;
  private final JdbcActionItems items;
  private final ActionItemRecorder recorder;
  private final CommitmentReopening reopening;
  private final CommitmentProcesses processes;
  private final ProposalEntry proposals;
  private final ObjectProvider<MailQueue> mail;
  private final Viewers viewers;

  ClosingUndo(
      JdbcMeetings meetings,
      Meetings series,
      JdbcClosedCommitments closed,
      JdbcActionItems items,
      ActionItemRecorder recorder,
      CommitmentReopening reopening,
      CommitmentProcesses processes,
      ProposalEntry proposals,
      ObjectProvider<MailQueue> mail,
      Viewers viewers) {
    this.meetings = meetings;
    this.series = series;
    this.closed = closed;
    this.items = items;
    this.recorder = recorder;
    this.reopening = reopening;
    this.processes = processes;
    this.proposals = proposals;
    this.mail = mail;
    this.viewers = viewers;
  }

  /** Returns the summits of the person's lists that were closed and have not gone on since. */
  @Transactional(readOnly = true)
  public List<MeetingId> possible(Person person) {
    Set<MeetingId> planned = meetings.withPlan();
    return series.all(person).stream()
        .filter(meeting -> meeting.status() == Meeting.Status.HELD)
        .filter(meeting -> planned.contains(meeting.id()))
        .filter(meeting -> closed.changed(meeting.id(), next(meeting)).isEmpty())
        .map(Meeting::id)
        .toList();
  }

  /**
   * Proposes to the other parties to take back the closing of a summit, or takes it back if the
   * series leaves the decision to one party.
   *
   * @return the proposal; empty if it was taken back
   * @throws ValidationError {@code closing.tooLate} after a first act
   */
  public Optional<Proposal> propose(MeetingId id, String reason, Person by) {
    String why = FreeText.reason(reason);
    Meeting meeting = lock(id, by);
    requirePossible(meeting);
    Series of = series.seriesOf(id);
    if (of.onePartyDecides()) {
      carryOut(id, why, by);
      return Optional.empty();
    }
    PartyCode own = by.workplace().orElseThrow().party();
    return Optional.of(
        proposals.proposeAbout(
            id,
            Proposal.Act.closingUndone(),
            own,
            of.parties().stream().filter(party -> !party.equals(own)).toList(),
            why,
            by.id()));
  }

  /** Locks a summit that was closed, for a coordinator of its series. */
  public Meeting lock(MeetingId id, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    meetings.lock(id);
    Meeting meeting =
        meetings
            .summit(id)
            .filter(known -> viewer.sees(known.series()))
            .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (meeting.status() != Meeting.Status.HELD || !meetings.withPlan().contains(id)) {
      throw ValidationError.conflict("closing.notClosed", id);
    }
    return meeting;
  }

  /** Takes back a closing on which all parties agreed; the summit is locked. */
  public void carryOut(MeetingId id, String reason, Person by) {
    Meeting meeting = lock(id, by);
    requirePossible(meeting);
    if (meetings.restorePlan(id) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
    closed.of(id).forEach(ref -> reopening.restore(ref, id, reason, by));
    Map<CommitmentRef, CommitmentRef> continuing = closed.continuing(id);
    continuing.forEach(recorder::handBack);
    try {
      discard(continuing.keySet(), id);
    } catch (DataIntegrityViolationException usedMeanwhile) {
      throw tooLate(id, id.value());
    }
    closed.delete(id);
  }

  private void discard(Set<CommitmentRef> continuing, MeetingId id) {
    for (CommitmentRef ref : continuing) {
      processes.discard(ref);
      items.of(ref).forEach(view -> items.delete(view.item().id()));
      closed.discard(ref);
    }
    meetings.deleteThemes(
        id, continuing.stream().map(CommitmentRef::theme).collect(Collectors.toSet()));
  }

  private void requirePossible(Meeting meeting) {
    firstAct(meeting)
        .ifPresent(
            ref -> {
              throw tooLate(meeting.id(), ref.value());
            });
  }

  private MeetingId next(Meeting meeting) {
    return series.next(meeting.series()).map(Meeting::id).orElse(meeting.id());
  }

  private boolean isWrittenAbout(CommitmentRef ref) {
    return mail.stream().anyMatch(queue -> !queue.about(ref, Optional.empty()).isEmpty());
  }

  private static ValidationError tooLate(MeetingId id, String act) {
    return ValidationError.conflict("closing.tooLate", id, act);
  }

  /** Returns a commitment that was acted on or written about since the closing, if there is one. */
  private Optional<CommitmentRef> firstAct(Meeting meeting) {
    return closed
        .changed(meeting.id(), next(meeting))
        .or(
            () ->
                closed.continuing(meeting.id()).entrySet().stream()
                    .filter(
                        each ->
                            items.isTouched(each.getKey(), each.getValue())
                                || isWrittenAbout(each.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }
}
