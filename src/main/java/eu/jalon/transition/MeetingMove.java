package eu.jalon.transition;

import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.actionitem.duedate.JdbcDueDates;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.deadline.DateChange;
import eu.jalon.commitment.deadline.JdbcDeadlines;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.SeriesOrder;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a summit another date, or none, and with it every commitment and action item whose due date
 * depends on it: all in one transaction, however many there are.
 */
@Service
@Transactional
public class MeetingMove {

  /**
   * What a move does, or would do.
   *
   * @param commitments how many commitments get another date
   * @param actionItems how many open action items hang on them
   * @param becomingOverdue how many commitments are in time now and would not be
   * @param people how many people have such an item on their list
   * @param changes a page of the commitments, in the order of their references
   */
  public record Outcome(
      int commitments,
      int actionItems,
      int becomingOverdue,
      int people,
      List<DateChange> changes) {}

  private final JdbcMeetings meetings;
  private final JdbcDeadlines deadlines;
  private final JdbcDueDates dates;
  private final JdbcPeople people;
  private final JdbcHistory history;
  private final DueDateUpdate redating;
  private final WorkingDays calendar;
  private final Clock clock;

  MeetingMove(
      JdbcMeetings meetings,
      JdbcDeadlines deadlines,
      JdbcDueDates dates,
      JdbcPeople people,
      JdbcHistory history,
      DueDateUpdate redating,
      WorkingDays calendar,
      Clock clock) {
    this.meetings = meetings;
    this.deadlines = deadlines;
    this.dates = dates;
    this.people = people;
    this.history = history;
    this.redating = redating;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What a move to a date, or to none, would change; nothing is written. */
  @Transactional(readOnly = true)
  public Outcome preview(
      MeetingId summit, @Nullable LocalDate date, Person person, Page.Request at) {
    Viewer.requireCoordinator(person);
    checked(summit, date);
    return outcome(summit, changes(deadlines.dependingOn(summit), date), at);
  }

  /**
   * Moves a summit. Refuses a date in the past or beyond the next summit but one, a summit that was
   * held, and a version that is not current.
   *
   * @param date the new date, absent where the summit is put off without one
   * @param reason why, for the history; may be absent
   */
  public Outcome move(
      MeetingId summit, @Nullable LocalDate date, int version, @Nullable String reason, Person by) {
    Viewer.requireCoordinator(by);
    checked(summit, date);
    String why = reason == null || reason.isBlank() ? null : FreeText.reason(reason);
    if (meetings.date(summit, date, version) != 1) {
      throw ValidationError.conflict("summit.changed", summit);
    }
    List<JdbcDeadlines.Dependent> dependents = deadlines.lockDependingOn(summit);
    List<DateChange> changes = changes(dependents, date);
    Outcome outcome = outcome(summit, changes, new Page.Request(0, Page.Request.MAX_SIZE));
    deadlines.change(changes);
    redating.redate(dependents.stream().map(JdbcDeadlines.Dependent::ref).toList());
    note(changes, why, by);
    return outcome;
  }

  /** Many commitments move from one date to one other. */
  private record Dates(Optional<LocalDate> from, Optional<LocalDate> to) {}

  private void note(List<DateChange> changes, @Nullable String why, Person by) {
    Instant now = clock.instant();
    changes.stream()
        .collect(Collectors.groupingBy(change -> new Dates(change.from(), change.to())))
        .forEach(
            (moved, group) ->
                history.moved(
                    group.stream().map(DateChange::ref).toList(),
                    new CommitmentChange(
                        group.get(0).ref(),
                        CommitmentChange.What.DUE_DATE,
                        moved.from().map(LocalDate::toString).orElse(null),
                        moved.to().map(LocalDate::toString).orElse(null),
                        why,
                        now,
                        by.id())));
  }

  private Meeting checked(MeetingId id, @Nullable LocalDate date) {
    Meeting summit =
        meetings.summit(id).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.held", id);
    }
    if (date != null && new DueDate(date).day().isBefore(BrusselsTime.today(clock))) {
      throw ValidationError.invalid("summit.past", date);
    }
    SeriesOrder.of(summit.series(), meetings.summits()).checkMove(summit, date);
    return summit;
  }

  private Outcome outcome(MeetingId summit, List<DateChange> changes, Page.Request at) {
    LocalDate today = BrusselsTime.today(clock);
    long becomingOverdue =
        changes.stream()
            .filter(change -> change.to().filter(to -> to.isBefore(today)).isPresent())
            .filter(change -> change.from().map(from -> !from.isBefore(today)).orElse(true))
            .count();
    return new Outcome(
        changes.size(),
        dates.countOpen(changes.stream().map(DateChange::ref).toList()),
        (int) becomingOverdue,
        changes.isEmpty() ? 0 : people.countWithAddress(dates.ministriesDueAt(summit)),
        changes.stream().skip(at.offset()).limit(at.size()).toList());
  }

  private List<DateChange> changes(
      List<JdbcDeadlines.Dependent> dependents, @Nullable LocalDate date) {
    List<DateChange> changes = new ArrayList<>();
    for (JdbcDeadlines.Dependent commitment : dependents) {
      Optional<LocalDate> from = Optional.ofNullable(commitment.dueOn());
      Optional<LocalDate> to =
          commitment.rule().dueOn(Optional.ofNullable(date), commitment.accountable(), calendar);
      if (!from.equals(to)) {
        changes.add(new DateChange(commitment.ref(), from, to));
      }
    }
    return changes;
  }
}
