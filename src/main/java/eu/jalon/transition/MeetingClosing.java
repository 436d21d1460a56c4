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
 * The end of a summit: what is open is carried over to the next one under a new reference, or
 * withdrawn where the coordinators of both countries said so beforehand. What one of them or nobody
 * decided is carried over: nothing gets lost by silence.
 */
@Service
@Transactional
public class MeetingClosing {

  /** The first theme number of what is carried over: a declaration's own themes stay below. */
  static final int FIRST_CARRIED_THEME = 50;

  private static final int LAST_THEME = 99;

  /** The summit that comes after the one that is closed; without a date while none is agreed. */
  public record Next(
      MeetingId id, LocalText name, @Nullable LocalDate date, @Nullable String place) {}

  /** What became of the open commitments. */
  public record Outcome(List<CommitmentRef> carriedOver, List<CommitmentRef> withdrawn) {}

  private final JdbcMeetings meetings;
  private final JdbcCommitments commitments;
  private final JdbcLineage lineages;
  private final JdbcDueDates dates;
  private final JdbcRequests decisions;
  private final CommitmentActions acts;
  private final CommitmentEntry register;
  private final CommitmentProcesses processes;
  private final Clock clock;

  MeetingClosing(
      JdbcMeetings meetings,
      JdbcCommitments commitments,
      JdbcLineage lineages,
      JdbcDueDates dates,
      JdbcRequests decisions,
      CommitmentActions acts,
      CommitmentEntry register,
      CommitmentProcesses processes,
      Clock clock) {
    this.meetings = meetings;
    this.commitments = commitments;
    this.lineages = lineages;
    this.dates = dates;
    this.decisions = decisions;
    this.acts = acts;
    this.register = register;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * Asks the coordinators of both countries what is to become of each open commitment; those that
   * were asked about already are left alone.
   *
   * @return how many commitments they are asked about
   */
  public int prepare(MeetingId summit, Person by) {
    Viewer.requireCoordinator(by);
    open(summit);
    List<CommitmentRef> refs = dates.unpreparedFor(summit);
    processes.prepareClosing(refs);
    return refs.size();
  }

  /**
   * The summit took place: all of it happens or nothing. Refuses a summit that was held already, a
   * day that has not come, and a next summit that is not after it.
   */
  public Outcome close(MeetingId id, LocalDate heldOn, Next next, Person by) {
    Viewer.requireCoordinator(by);
    Meeting summit = open(id);
    if (new DueDate(heldOn).day().isAfter(BrusselsTime.today(clock))) {
      throw ValidationError.invalid("summit.notYetHeld", heldOn);
    }
    if (next.date() != null && !next.date().isAfter(heldOn)) {
      throw ValidationError.invalid("summit.nextBefore", next.date(), heldOn);
    }
    boolean entered = meetings.exists(next.id());
    if (entered && (id.equals(next.id()) || !isPlanned(next.id()))) {
      throw ValidationError.conflict("summit.exists", next.id());
    }
    if (meetings.held(id, heldOn, summit.version()) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
    if (!entered) {
      meetings.add(
          new NewMeeting(next.id(), next.name(), next.place(), next.date(), Meeting.Status.PLANNED),
          summit.series());
    }
    return end(commitments.hangingOn(id), id, heldOn, by);
  }

  private boolean isPlanned(MeetingId id) {
    return meetings.summit(id).filter(summit -> summit.status() != Meeting.Status.HELD).isPresent();
  }

  private Outcome end(List<Commitment> open, MeetingId closed, LocalDate heldOn, Person by) {
    Map<CommitmentRef, List<ClosingDecision>> choices =
        decisions.choices(open.stream().map(Commitment::ref).toList());
    List<CommitmentRef> withdrawn = new ArrayList<>();
    List<Commitment> carried = new ArrayList<>();
    for (Commitment commitment : open) {
      List<ClosingDecision> chosen = choices.getOrDefault(commitment.ref(), List.of());
      boolean both =
          chosen.stream().filter(choice -> choice == ClosingDecision.WITHDRAW).count() == 2;
      if (both) {
        acts.close(
            commitment,
            CommitmentStatus.WITHDRAWN,
            CommitmentChange.What.WITHDRAWN,
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
      acts.close(
          commitment,
          CommitmentStatus.CARRIED_OVER,
          CommitmentChange.What.CARRIED_OVER,
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
              commitment.owners(),
              rule(commitment, heldOn),
              null,
              null));
    }
    register.enter(entered, by.id());
    lineages.carriedOver(lineage);
    return entered.stream().map(NewCommitment::ref).toList();
  }

  /** A theme of the closed summit that continues one of an earlier meeting. */
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

  /** A date that did not follow the summit has passed: from now on it follows the next one. */
  private static DeadlineRule rule(Commitment commitment, LocalDate heldOn) {
    DeadlineRule old = commitment.deadline();
    boolean toCome = commitment.dueOn().filter(due -> due.day().isAfter(heldOn)).isPresent();
    return old.followsSummit() || toCome
        ? old
        : new DeadlineRule.BeforeSummit(DueOffset.parse("30"), old.interval());
  }

  private Meeting open(MeetingId id) {
    Meeting summit =
        meetings.summit(id).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.held", id);
    }
    return summit;
  }

  /** Where a commitment comes from and where it went, oldest first, itself included. */
  @Transactional(readOnly = true)
  public List<Commitment> lineage(CommitmentRef ref) {
    List<Commitment> line = new ArrayList<>();
    Optional<CommitmentRef> earlier = lineages.carriedFrom(ref);
    while (earlier.isPresent()) {
      commitments.find(earlier.get(), Viewer.EVERYTHING).ifPresent(c -> line.add(0, c));
      earlier = lineages.carriedFrom(earlier.get());
    }
    Optional<CommitmentRef> later = Optional.of(ref);
    while (later.isPresent()) {
      commitments.find(later.get(), Viewer.EVERYTHING).ifPresent(line::add);
      later = lineages.carriedTo(later.get());
    }
    return line;
  }

  /** The first date that a commitment ever had, under this reference or an earlier one. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> firstDue(CommitmentRef ref) {
    return lineages.firstDue(ref);
  }
}
