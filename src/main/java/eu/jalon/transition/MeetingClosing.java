package eu.jalon.transition;

import eu.jalon.actionitem.duedate.JdbcDueDates;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a summit. Each commitment in progress is withdrawn if the coordinators of all its parties
 * decided so, and otherwise carried over to the next summit under a new reference.
 */
@Service
@Transactional
public class MeetingClosing {

  /**
   * The first theme number for carried-over commitments; the themes of a declaration have lower
   * numbers.
   */
  static final int FIRST_CARRIED_THEME = 50;

  private static final int LAST_THEME = 99;

  /** The summit after the closed one; the date is absent while none is agreed. */
  public record NextMeeting(
      MeetingId id, LocalText name, @Nullable LocalDate date, @Nullable String place) {}

  /** The new references of the carried-over commitments, and the withdrawn commitments. */
  public record Outcome(List<CommitmentRef> carriedOver, List<CommitmentRef> withdrawn)
      implements Serializable {}

  private final JdbcMeetings meetings;
  private final JdbcCommitments commitments;
  private final JdbcLineage lineages;
  private final JdbcDueDates dates;
  private final JdbcRequests decisions;
  private final CommitmentActions actions;
  private final CommitmentEntry entry;
  private final CommitmentProcesses processes;
  private final Viewers viewers;
  private final Clock clock;

  MeetingClosing(
      JdbcMeetings meetings,
      JdbcCommitments commitments,
      JdbcLineage lineages,
      JdbcDueDates dates,
      JdbcRequests decisions,
      CommitmentActions actions,
      CommitmentEntry entry,
      CommitmentProcesses processes,
      Viewers viewers,
      Clock clock) {
    this.meetings = meetings;
    this.commitments = commitments;
    this.lineages = lineages;
    this.dates = dates;
    this.decisions = decisions;
    this.actions = actions;
    this.entry = entry;
    this.processes = processes;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Asks the coordinators of all parties for a closing decision on each commitment in progress,
   * unless they were already asked.
   *
   * @return the number of commitments with a new request
   */
  public int prepare(MeetingId summit, Person by) {
    requireNotHeld(summit, viewers.ofCoordinator(by));
    List<CommitmentRef> refs = dates.unpreparedFor(summit);
    processes.prepareClosing(refs);
    return refs.size();
  }

  /**
   * Marks a summit as held and ends or carries over its commitments, in one transaction. Rejects a
   * summit that was already held, a date in the future, and a next summit that is not later.
   */
  public Outcome close(MeetingId id, LocalDate heldOn, NextMeeting next, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    Meeting summit = requireNotHeld(id, viewer);
    if (new DueDate(heldOn).day().isAfter(BrusselsTime.today(clock))) {
      throw ValidationError.invalid("summit.notYetHeld", heldOn);
    }
    if (next.date() != null && !next.date().isAfter(heldOn)) {
      throw ValidationError.invalid("summit.nextBefore", next.date(), heldOn);
    }
    boolean exists = meetings.exists(next.id());
    if (exists && (id.equals(next.id()) || !isPlanned(next.id(), summit.series()))) {
      throw ValidationError.conflict("summit.exists", next.id());
    }
    if (meetings.markHeld(id, heldOn, summit.version()) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
    if (!exists) {
      meetings.add(
          new NewMeeting(next.id(), next.name(), next.place(), next.date(), Meeting.Status.PLANNED),
          summit.series());
    }
    return endAll(commitments.inProgressFor(id), id, heldOn, by);
  }

  private boolean isPlanned(MeetingId id, String series) {
    return meetings
        .summit(id)
        .filter(summit -> summit.status() != Meeting.Status.HELD && summit.series().equals(series))
        .isPresent();
  }

  private Outcome endAll(List<Commitment> open, MeetingId closed, LocalDate heldOn, Person by) {
    Map<CommitmentRef, List<ClosingDecision>> decisionsByRef =
        decisions.closingDecisions(open.stream().map(Commitment::ref).toList());
    List<CommitmentRef> withdrawn = new ArrayList<>();
    List<Commitment> carried = new ArrayList<>();
    for (Commitment commitment : open) {
      List<ClosingDecision> decided = decisionsByRef.getOrDefault(commitment.ref(), List.of());
      boolean all =
          decided.stream().filter(decision -> decision == ClosingDecision.WITHDRAW).count()
              == commitment.leads().parties().size();
      if (all) {
        actions.close(
            commitment,
            CommitmentStatus.WITHDRAWN,
            CommitmentChange.Type.WITHDRAWN,
            null,
            null,
            by.id());
        processes.withdraw(commitment.ref());
        withdrawn.add(commitment.ref());
      } else {
        carried.add(commitment);
      }
    }
    return new Outcome(carryOver(carried, closed, heldOn, by), withdrawn);
  }

  private List<CommitmentRef> carryOver(
      List<Commitment> carried, MeetingId closed, LocalDate heldOn, Person by) {
    Map<Theme, Integer> themes = new HashMap<>();
    List<NewCommitment> entered = new ArrayList<>();
    Map<CommitmentRef, CommitmentRef> lineage = new HashMap<>();
    for (Commitment commitment : carried) {
      int theme = themes.computeIfAbsent(commitment.theme(), old -> themeFor(old, closed, themes));
      CommitmentRef ref = CommitmentRef.of(closed, theme, commitment.ref().position());
      actions.close(
          commitment,
          CommitmentStatus.CARRIED_OVER,
          CommitmentChange.Type.CARRIED_OVER,
          ref.value(),
          null,
          by.id());
      processes.carryOver(commitment.ref());
      lineage.put(ref, commitment.ref());
      entered.add(
          new NewCommitment(
              ref,
              commitment.title(),
              commitment.summary(),
              commitment.track(),
              commitment.leads(),
              rule(commitment, heldOn),
              null,
              null));
    }
    entry.enter(entered, by.id());
    lineages.setCarriedFrom(lineage);
    return entered.stream().map(NewCommitment::ref).toList();
  }

  /**
   * Adds a theme to the closed summit that continues one of an earlier meeting; returns its number.
   */
  private int themeFor(Theme old, MeetingId closed, Map<Theme, Integer> taken) {
    int number = FIRST_CARRIED_THEME + taken.size();
    while (number <= LAST_THEME && !meetings.add(new Theme(closed, number, old.title()))) {
      number++;
    }
    if (number > LAST_THEME) {
      throw ValidationError.conflict("theme.exists", closed, LAST_THEME);
    }
    return number;
  }

  /**
   * Keeps a rule that depends on the summit or has a future date; a past fixed date becomes 30 days
   * before the next summit.
   */
  private static DeadlineRule rule(Commitment commitment, LocalDate heldOn) {
    DeadlineRule old = commitment.deadline();
    boolean inFuture = commitment.dueOn().filter(due -> due.day().isAfter(heldOn)).isPresent();
    return old.followsSummit() || inFuture
        ? old
        : new DeadlineRule.BeforeSummit(DueOffset.parse("30"), old.interval());
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

  /** Returns the commitments linked by carry-over, oldest first, including this one. */
  @Transactional(readOnly = true)
  public List<Commitment> lineage(CommitmentRef ref) {
    List<Commitment> chain = new ArrayList<>();
    Optional<CommitmentRef> earlier = lineages.carriedFrom(ref);
    while (earlier.isPresent()) {
      commitments.find(earlier.get(), Viewer.EVERYTHING).ifPresent(c -> chain.add(0, c));
      earlier = lineages.carriedFrom(earlier.get());
    }
    Optional<CommitmentRef> later = Optional.of(ref);
    while (later.isPresent()) {
      commitments.find(later.get(), Viewer.EVERYTHING).ifPresent(chain::add);
      later = lineages.carriedTo(later.get());
    }
    return chain;
  }

  /** Returns the first due date of a commitment, under this reference or an earlier one. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> firstDue(CommitmentRef ref) {
    return lineages.firstDue(ref);
  }
}
