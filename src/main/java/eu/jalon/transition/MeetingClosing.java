package eu.jalon.transition;

import eu.jalon.actionitem.duedate.JdbcDueDates;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcClosedCommitments;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.transition.closing.ClosingAnswers;
import eu.jalon.transition.closing.ClosingRow;
import eu.jalon.transition.correction.PartyPositions;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a summit. Each commitment in progress is fulfilled or withdrawn if the coordinators of all
 * its parties decided so, and otherwise carried over to the next summit under a new reference,
 * where it goes on with its reports, health and deadline rule, and each party at its step.
 */
@Service
@Transactional
public class MeetingClosing {

  /** The summit after the closed one; the date is absent while none is agreed. */
  public record NextMeeting(
      MeetingId id, LocalText name, @Nullable LocalDate date, @Nullable String place) {}

  /**
   * The new references of the carried-over commitments, and the withdrawn and fulfilled
   * commitments.
   */
  public record Outcome(
      List<CommitmentRef> carriedOver, List<CommitmentRef> withdrawn, List<CommitmentRef> fulfilled)
      implements Serializable {}

  private final JdbcMeetings meetings;
  private final JdbcCommitments commitments;
  private final JdbcLineage lineages;
  private final JdbcClosedCommitments closed;
  private final JdbcDueDates dates;
  private final Meetings meetingsOf;
  private final ClosingAnswers answers;
  private final ProposalEntry proposals;
  private final CommitmentActions actions;
  private final CommitmentEntry entry;
  private final CommitmentProcesses processes;
  private final PartyPositions positions;
  private final ActionItemRecorder recorder;
  private final Viewers viewers;
  private final Today today;

  MeetingClosing(
      JdbcMeetings meetings,
      JdbcCommitments commitments,
      JdbcLineage lineages,
      JdbcClosedCommitments closed,
      JdbcDueDates dates,
      Meetings meetingsOf,
      ClosingAnswers answers,
      ProposalEntry proposals,
      CommitmentActions actions,
      CommitmentEntry entry,
      CommitmentProcesses processes,
      PartyPositions positions,
      ActionItemRecorder recorder,
      Viewers viewers,
      Today today) {
    this.meetings = meetings;
    this.commitments = commitments;
    this.lineages = lineages;
    this.closed = closed;
    this.dates = dates;
    this.meetingsOf = meetingsOf;
    this.answers = answers;
    this.proposals = proposals;
    this.actions = actions;
    this.entry = entry;
    this.processes = processes;
    this.positions = positions;
    this.recorder = recorder;
    this.viewers = viewers;
    this.today = today;
  }

  /**
   * Asks the coordinators of all parties for a closing decision on each commitment in progress,
   * unless they are already asked or have answered.
   *
   * @return the number of commitments with a new request
   */
  public int prepare(MeetingId summit, Person by) {
    lock(summit, by);
    Map<CommitmentRef, Set<PartyCode>> asked = dates.unpreparedFor(summit);
    processes.prepareClosing(asked);
    return asked.size();
  }

  /** Returns the number of commitments for which {@link #prepare} would ask. */
  @Transactional(readOnly = true)
  public int unprepared(MeetingId summit) {
    return dates.unpreparedFor(summit).size();
  }

  /**
   * What became of the wish to close a summit.
   *
   * @param proposal the proposal that waits for the other parties; absent if it was closed
   * @param outcome what happened; absent while it is proposed
   */
  public record Closing(@Nullable Proposal proposal, @Nullable Outcome outcome) {}

  /**
   * Proposes to the other parties of the series to close a summit, or closes it if the series
   * leaves the decision to one party. Commitments that the own party has not answered count as the
   * others answered, or as carried over.
   *
   * @param heldOn the day of the summit; not in the future, not before the summit held last
   * @param next the summit after it, which is entered if it is not known
   */
  public Closing propose(
      MeetingId id, LocalDate heldOn, NextMeeting next, String reason, Person by) {
    String why = FreeText.reason(reason);
    Meeting summit = lock(id, by);
    checkDates(summit, heldOn, next, by);
    enter(next, summit);
    Series series = meetingsOf.seriesOf(id);
    PartyCode own = by.workplace().orElseThrow().party();
    if (series.onePartyDecides()) {
      return new Closing(null, end(summit, heldOn, by, row -> row.decision(own)));
    }
    Proposal proposal =
        proposals.proposeAbout(
            id,
            Proposal.Act.closing(heldOn),
            own,
            series.parties().stream().filter(party -> !party.equals(own)).toList(),
            why,
            by.id());
    answers.agree(id, why, by);
    return new Closing(proposal, null);
  }

  /**
   * Checks a closing without keeping anything of it.
   *
   * @throws ValidationError as {@link #propose} does
   */
  @Transactional(readOnly = true)
  public void check(MeetingId id, LocalDate heldOn, NextMeeting next, String reason, Person by) {
    FreeText.reason(reason);
    Meeting summit = requireNotHeld(id, viewers.ofCoordinator(by));
    checkDates(summit, heldOn, next, by);
    requireUsable(next, summit);
  }

  /** Locks a summit that is not held, for a coordinator of its series. */
  public Meeting lock(MeetingId id, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    meetings.lock(id);
    return requireNotHeld(id, viewer);
  }

  /**
   * Makes the answers of the others those of a party that has none, when it confirms a closing.
   *
   * @throws ValidationError {@code closing.differs} while parties want different things
   */
  public void agree(MeetingId id, String reason, Person by) {
    answers.requireAgreement(id);
    answers.agree(id, reason, by);
  }

  /** Closes a summit on whose end all parties agreed; the next one is known. */
  public Outcome carryOut(MeetingId id, LocalDate heldOn, Person by) {
    Meeting summit = requireNotHeld(id, viewers.ofCoordinator(by));
    checkHeldOn(summit, heldOn, by);
    return end(summit, heldOn, by, ClosingRow::common);
  }

  /**
   * Marks a summit as held and ends or carries over its commitments, in one transaction, as all
   * parties decided or else by carrying over.
   */
  public Outcome close(MeetingId id, LocalDate heldOn, NextMeeting next, Person by) {
    Meeting summit = requireNotHeld(id, viewers.ofCoordinator(by));
    checkDates(summit, heldOn, next, by);
    enter(next, summit);
    return end(summit, heldOn, by, ClosingRow::common);
  }

  private void checkDates(Meeting summit, LocalDate heldOn, NextMeeting next, Person by) {
    checkHeldOn(summit, heldOn, by);
    if (next.date() != null && !next.date().isAfter(heldOn)) {
      throw ValidationError.invalid("summit.nextBefore", next.date(), heldOn);
    }
  }

  /** Rejects a day in the future, and one before the summit of the series that was held last. */
  private void checkHeldOn(Meeting summit, LocalDate heldOn, Person by) {
    if (new DueDate(heldOn).day().isAfter(today.of(by))) {
      throw ValidationError.invalid("summit.notYetHeld", heldOn);
    }
    meetings.summits().stream()
        .filter(other -> other.series().equals(summit.series()))
        .filter(other -> other.status() == Meeting.Status.HELD)
        .filter(other -> other.heldOn().filter(heldOn::isBefore).isPresent())
        .findFirst()
        .ifPresent(
            last -> {
              throw ValidationError.invalid(
                  "summit.beforeLast", heldOn, last.id(), last.heldOn().orElse(heldOn));
            });
  }

  private void enter(NextMeeting next, Meeting summit) {
    if (!requireUsable(next, summit)) {
      meetings.add(
          new NewMeeting(next.id(), next.name(), next.place(), next.date(), Meeting.Status.PLANNED),
          summit.series());
    }
  }

  /** Rejects a next summit that is another meeting; returns whether it is known. */
  private boolean requireUsable(NextMeeting next, Meeting summit) {
    boolean exists = meetings.exists(next.id());
    if (exists && (summit.id().equals(next.id()) || !isPlanned(next.id(), summit.series()))) {
      throw ValidationError.conflict("summit.exists", next.id());
    }
    return exists;
  }

  private boolean isPlanned(MeetingId id, String series) {
    return meetings
        .summit(id)
        .filter(summit -> summit.status() != Meeting.Status.HELD && summit.series().equals(series))
        .isPresent();
  }

  private Outcome end(
      Meeting summit, LocalDate heldOn, Person by, Function<ClosingRow, ClosingDecision> decision) {
    meetings.keepPlan(summit.id());
    if (meetings.markHeld(summit.id(), heldOn, summit.version()) != 1) {
      throw ValidationError.conflict("summit.changed", summit.id());
    }
    List<CommitmentRef> fulfilled = new ArrayList<>();
    List<CommitmentRef> withdrawn = new ArrayList<>();
    List<Commitment> carried = new ArrayList<>();
    List<ClosingRow> rows = answers.rows(summit.id());
    closed.add(summit.id(), rows.stream().map(row -> row.commitment().ref()).toList());
    for (ClosingRow row : rows) {
      Commitment commitment = row.commitment();
      switch (decision.apply(row)) {
        case FULFILLED -> {
          close(commitment, CommitmentStatus.FULFILLED, CommitmentChange.Type.FULFILLED, by);
          processes.fulfilled(commitment.ref());
          fulfilled.add(commitment.ref());
        }
        case WITHDRAW -> {
          close(commitment, CommitmentStatus.WITHDRAWN, CommitmentChange.Type.WITHDRAWN, by);
          processes.withdraw(commitment.ref());
          withdrawn.add(commitment.ref());
        }
        case CARRY_OVER -> carried.add(commitment);
      }
    }
    return new Outcome(carryOver(carried, summit.id(), by), withdrawn, fulfilled);
  }

  private void close(
      Commitment commitment, CommitmentStatus status, CommitmentChange.Type what, Person by) {
    actions.close(commitment, status, what, null, null, by.id());
  }

  private List<CommitmentRef> carryOver(List<Commitment> carried, MeetingId closed, Person by) {
    Map<Theme, Integer> themes = new HashMap<>();
    List<NewCommitment> entered = new ArrayList<>();
    Map<CommitmentRef, CommitmentRef> lineage = new HashMap<>();
    for (Commitment commitment : carried) {
      int theme = themes.computeIfAbsent(commitment.theme(), old -> themeFor(old, closed, themes));
      CommitmentRef ref = freeRef(closed, theme, commitment.ref().position(), lineage.keySet());
      lineage.put(ref, commitment.ref());
      entered.add(
          new NewCommitment(
              ref,
              commitment.title(),
              commitment.summary(),
              commitment.track(),
              commitment.leads(),
              commitment.deadline(),
              null,
              null,
              commitment.restricted()));
    }
    entry.enter(entered, by.id());
    lineages.setCarriedFrom(lineage);
    for (int i = 0; i < carried.size(); i++) {
      carryOver(carried.get(i), entered.get(i).ref(), by);
    }
    return entered.stream().map(NewCommitment::ref).toList();
  }

  /** The same position if it is free: commitments that changed their theme may share one. */
  private static CommitmentRef freeRef(
      MeetingId closed, int theme, int position, Set<CommitmentRef> taken) {
    CommitmentRef ref = CommitmentRef.of(closed, theme, position);
    return taken.contains(ref) ? freeRef(closed, theme, position + 1, taken) : ref;
  }

  /** Ends a commitment and lets the one that continues it go on where its parties are. */
  private void carryOver(Commitment commitment, CommitmentRef ref, Person by) {
    processes.place(
        CommitmentEntry.start(ref, commitment.title(), commitment.track(), commitment.leads()),
        positions.of(commitment));
    recorder.discardPassed(ref, Set.of());
    recorder.carryOver(commitment.ref(), ref);
    actions.close(
        commitment,
        CommitmentStatus.CARRIED_OVER,
        CommitmentChange.Type.CARRIED_OVER,
        ref.value(),
        null,
        by.id());
    processes.carryOver(commitment.ref());
  }

  /**
   * Adds a theme to the closed summit that continues one of an earlier meeting; returns its number.
   */
  private int themeFor(Theme old, MeetingId closed, Map<Theme, Integer> taken) {
    int number = Theme.FIRST_CARRIED_OVER + taken.size();
    boolean restricted = meetings.restrictedThemes(old.meeting()).contains(old.number());
    while (number <= Theme.LAST
        && !meetings.add(new Theme(closed, number, old.title()), restricted)) {
      number++;
    }
    if (number > Theme.LAST) {
      throw ValidationError.conflict("theme.exists", closed, Theme.LAST);
    }
    return number;
  }

  private Meeting requireNotHeld(MeetingId id, Viewer viewer) {
    Meeting summit =
        meetings
            .summit(id)
            .filter(known -> viewer.sees(known.series()))
            .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.held", id);
    }
    return summit;
  }

  /**
   * Where a commitment comes from, and which records about it there are.
   *
   * @param chain the commitments linked by carry-over, oldest first, including this one
   * @param firstDue its first due date, under this reference or an earlier one
   */
  public record Lineage(
      List<Commitment> chain,
      Optional<LocalDate> firstDue,
      boolean requests,
      boolean questions,
      boolean proposals,
      boolean followers) {}

  /** Returns the lineage of a commitment, with one statement if it was never carried over. */
  @Transactional(readOnly = true)
  public Lineage lineage(Commitment commitment) {
    JdbcLineage.Links links = lineages.links(commitment.ref());
    List<Commitment> chain = new ArrayList<>(List.of(commitment));
    CommitmentRef earlier = links.carriedFrom();
    while (earlier != null) {
      commitments.find(earlier, Viewer.EVERYTHING).ifPresent(c -> chain.add(0, c));
      earlier = lineages.links(earlier).carriedFrom();
    }
    CommitmentRef later = links.carriedTo();
    while (later != null) {
      commitments.find(later, Viewer.EVERYTHING).ifPresent(chain::add);
      later = lineages.links(later).carriedTo();
    }
    return new Lineage(
        chain,
        Optional.ofNullable(links.firstDue()),
        links.requests(),
        links.questions(),
        links.proposals(),
        links.followers());
  }
}
