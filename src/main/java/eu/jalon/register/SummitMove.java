package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a summit another date, and with it every commitment and action item that hangs on it. */
@Service
@Transactional
public class SummitMove {

  /**
   * What a move does to one commitment.
   *
   * @param from its due date until now, empty while the summit had no date
   */
  public record Redating(CommitmentRef ref, Optional<LocalDate> from, LocalDate to) {}

  /**
   * What a move does, or would do.
   *
   * @param actionItems how many open action items hang on the commitments that change
   * @param becomingOverdue how many commitments are in time now and would not be
   */
  public record Outcome(List<Redating> changes, int actionItems, int becomingOverdue) {}

  private final JdbcMeetings meetings;
  private final JdbcCommitments commitments;
  private final JdbcActionItems items;
  private final JdbcHistory history;
  private final CommitmentProcesses processes;
  private final WorkingDays calendar;
  private final Clock clock;

  SummitMove(
      JdbcMeetings meetings,
      JdbcCommitments commitments,
      JdbcActionItems items,
      JdbcHistory history,
      CommitmentProcesses processes,
      WorkingDays calendar,
      Clock clock) {
    this.meetings = meetings;
    this.commitments = commitments;
    this.items = items;
    this.history = history;
    this.processes = processes;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What a move to a date would change; nothing is written. */
  @Transactional(readOnly = true)
  public Outcome preview(OriginId summit, LocalDate date, Person person) {
    Viewer.requireCoordinator(person);
    return outcome(checked(summit, date), date);
  }

  /**
   * Moves a summit: its date, the commitments, the action items and the engine's tasks, all of it
   * or nothing. Refuses a date in the past, a summit that was held, and a version that is not
   * current.
   */
  public Outcome move(OriginId summit, LocalDate date, int version, Person by) {
    Viewer.requireCoordinator(by);
    Summit before = checked(summit, date);
    if (meetings.date(summit, date, version) != 1) {
      throw Refusal.conflict("summit.changed", summit);
    }
    Outcome outcome = outcome(before, date);
    Map<CommitmentRef, LocalDate> dates =
        outcome.changes().stream().collect(Collectors.toMap(Redating::ref, Redating::to));
    commitments.redate(dates);
    processes.redate(dates);
    history.add(
        outcome.changes().stream()
            .map(
                change ->
                    new Change(
                        change.ref(),
                        Change.What.DUE_DATE,
                        change.from().map(LocalDate::toString).orElse(null),
                        change.to().toString(),
                        null,
                        clock.instant(),
                        by.id()))
            .toList());
    return outcome;
  }

  private Summit checked(OriginId id, LocalDate date) {
    Summit summit = meetings.summit(id).orElseThrow(() -> Refusal.notFound("summit.unknown", id));
    if (summit.status() == Summit.Status.HELD) {
      throw Refusal.conflict("summit.held", id);
    }
    if (new DueDate(date).day().isBefore(BrusselsTime.today(clock))) {
      throw Refusal.invalid("summit.past", date);
    }
    return summit;
  }

  private Outcome outcome(Summit summit, LocalDate date) {
    LocalDate today = BrusselsTime.today(clock);
    List<Redating> changes =
        commitments.hangingOn(summit.id()).stream()
            .flatMap(commitment -> redating(commitment, date).stream())
            .toList();
    int becomingOverdue =
        (int)
            changes.stream()
                .filter(change -> change.to().isBefore(today))
                .filter(change -> change.from().map(from -> !from.isBefore(today)).orElse(true))
                .count();
    List<CommitmentRef> refs = changes.stream().map(Redating::ref).toList();
    return new Outcome(changes, items.countOpen(refs), becomingOverdue);
  }

  private Optional<Redating> redating(Commitment commitment, LocalDate summit) {
    Optional<LocalDate> from = commitment.dueOn().map(DueDate::day);
    return commitment
        .deadline()
        .dueOn(Optional.of(summit), commitment.owners().accountable(), calendar)
        .filter(to -> !from.equals(Optional.of(to)))
        .map(to -> new Redating(commitment.ref(), from, to));
  }
}
