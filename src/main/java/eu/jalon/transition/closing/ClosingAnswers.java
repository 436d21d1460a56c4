package eu.jalon.transition.closing;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the coordinators of each party answer for the commitments that are open when a meeting
 * closes: fulfilled, carried over or withdrawn.
 */
@Service
@Transactional
public class ClosingAnswers {

  private final JdbcMeetings meetings;
  private final JdbcCommitments commitments;
  private final JdbcRequests decisions;
  private final JdbcProposals proposals;
  private final JdbcHistory history;
  private final ActionItems items;
  private final Viewers viewers;
  private final Clock clock;

  ClosingAnswers(
      JdbcMeetings meetings,
      JdbcCommitments commitments,
      JdbcRequests decisions,
      JdbcProposals proposals,
      JdbcHistory history,
      ActionItems items,
      Viewers viewers,
      Clock clock) {
    this.meetings = meetings;
    this.commitments = commitments;
    this.decisions = decisions;
    this.proposals = proposals;
    this.history = history;
    this.items = items;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Returns the commitments in progress of a meeting with the answers of each party, by reference.
   * Coordinators only.
   *
   * @throws ValidationError {@code summit.held} if it was closed already
   */
  @Transactional(readOnly = true)
  public List<ClosingRow> rows(MeetingId meeting, Person by) {
    open(meeting, by);
    return rows(meeting);
  }

  /** The same for the application itself. */
  @Transactional(readOnly = true)
  public List<ClosingRow> rows(MeetingId meeting) {
    List<Commitment> open = commitments.inProgressFor(meeting);
    Map<CommitmentRef, Map<PartyCode, ClosingDecision>> answers =
        decisions.closingDecisions(open.stream().map(Commitment::ref).toList());
    return open.stream()
        .map(
            commitment ->
                new ClosingRow(commitment, answers.getOrDefault(commitment.ref(), Map.of())))
        .toList();
  }

  /**
   * Stores the answer of the coordinator's party for several commitments; all of them or none.
   * Completes the action items that ask for these answers. While its own proposal to close waits, a
   * party can only come to what others answered.
   *
   * @param refs commitments in progress of the meeting in which the party takes part
   */
  public void answer(
      MeetingId meeting,
      Collection<CommitmentRef> refs,
      ClosingDecision decision,
      String reason,
      Person by) {
    String why = FreeText.reason(reason);
    Meeting closing = open(meeting, by);
    if (refs.isEmpty()) {
      throw ValidationError.invalid("closing.noRow");
    }
    meetings.lock(closing.id());
    MinistryCode office = by.workplace().orElseThrow();
    boolean proposed =
        proposals.open(meeting).stream()
            .anyMatch(proposal -> proposal.party().equals(office.party()));
    Map<CommitmentRef, ActionItem> asked = items.open(Step.DECIDE_CLOSING, office, refs);
    Set<CommitmentRef> missing = new TreeSet<>(refs);
    for (ClosingRow row : rows(meeting)) {
      Commitment commitment = row.commitment();
      if (!missing.remove(commitment.ref())) {
        continue;
      }
      if (commitment.leads().find(office.party()).isEmpty()) {
        throw ValidationError.forbidden("request.noPart", office.party());
      }
      if (proposed && !isAnsweredByOthers(row, decision, office.party())) {
        throw ValidationError.conflict("closing.proposed", commitment.ref());
      }
      ActionItem item = asked.get(commitment.ref());
      if (item == null) {
        save(commitment.ref(), office.party(), decision, why, by);
        addToHistory(commitment.ref(), office, decision, why, by);
      } else {
        complete(item, decision, why, by);
      }
    }
    if (!missing.isEmpty()) {
      throw ValidationError.notFound("commitment.unknown", missing.iterator().next());
    }
  }

  private void addToHistory(
      CommitmentRef ref, MinistryCode office, ClosingDecision decision, String reason, Person by) {
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.Type.CLOSING_CHOSEN,
                office.value(),
                decision.name(),
                reason,
                clock.instant(),
                by.id())));
  }

  private static boolean isAnsweredByOthers(
      ClosingRow row, ClosingDecision decision, PartyCode own) {
    return row.answers().entrySet().stream()
        .anyMatch(answer -> !answer.getKey().equals(own) && answer.getValue() == decision);
  }

  /**
   * Stores for each commitment that a party has not answered what the others answered, or carrying
   * over: the party proposes or confirms the closing as it stands. Completes the action items that
   * ask it.
   */
  public void agree(MeetingId meeting, String reason, Person by) {
    MinistryCode office = by.workplace().orElseThrow();
    PartyCode own = office.party();
    List<ClosingRow> rows =
        rows(meeting).stream()
            .filter(row -> row.commitment().leads().find(own).isPresent())
            .toList();
    Map<CommitmentRef, ActionItem> asked =
        items.open(
            Step.DECIDE_CLOSING, office, rows.stream().map(row -> row.commitment().ref()).toList());
    for (ClosingRow row : rows) {
      CommitmentRef ref = row.commitment().ref();
      ActionItem item = asked.get(ref);
      if (item != null) {
        complete(item, row.decision(own), reason, by);
      } else if (!row.answers().containsKey(own)) {
        save(ref, own, row.decision(own), reason, by);
      }
    }
  }

  private void complete(ActionItem item, ClosingDecision decision, String reason, Person by) {
    items.complete(
        item.id(), Map.of("closingDecision", decision.name(), "closingReason", reason), by);
  }

  /**
   * Rejects a closing while parties want different things.
   *
   * @throws ValidationError {@code closing.differs}
   */
  public void requireAgreement(MeetingId meeting) {
    List<CommitmentRef> differing =
        rows(meeting).stream()
            .filter(ClosingRow::differs)
            .map(row -> row.commitment().ref())
            .toList();
    if (!differing.isEmpty()) {
      throw ValidationError.conflict("closing.differs", differing.size(), differing.get(0));
    }
  }

  private void save(
      CommitmentRef ref, PartyCode party, ClosingDecision decision, String reason, Person by) {
    decisions.saveClosingDecision(ref, party, decision, reason, clock.instant(), by.id());
  }

  private Meeting open(MeetingId id, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    Meeting meeting =
        meetings
            .summit(id)
            .filter(known -> viewer.sees(known.series()))
            .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (meeting.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.held", id);
    }
    return meeting;
  }
}
