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
import eu.jalon.directory.Viewers;
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
 * Changes or removes the date of a summit and updates the due dates of all dependent commitments
 * and action items, in one transaction.
 */
@Service
@Transactional
public class MeetingMove {

  /**
   * The effect of a move or of its preview.
   *
   * @param commitments the number of commitments with a new due date
   * @param actionItems the number of their open action items
   * @param becomingOverdue the number of commitments that become overdue
   * @param people the number of people in the ministries with such items
   * @param changes a page of the changes, ordered by reference
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
  private final DueDateUpdate dueDates;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Clock clock;

  MeetingMove(
      JdbcMeetings meetings,
      JdbcDeadlines deadlines,
      JdbcDueDates dates,
      JdbcPeople people,
      JdbcHistory history,
      DueDateUpdate dueDates,
      WorkingDays calendar,
      Viewers viewers,
      Clock clock) {
    this.meetings = meetings;
    this.deadlines = deadlines;
    this.dates = dates;
    this.people = people;
    this.history = history;
    this.dueDates = dueDates;
    this.calendar = calendar;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** Computes the effect of a move without writing anything. */
  @Transactional(readOnly = true)
  public Outcome preview(
      MeetingId summit, @Nullable LocalDate date, Person person, Page.Request at) {
    requireMovable(summit, date, viewers.ofCoordinator(person));
    return outcome(summit, changes(deadlines.dependingOn(summit), date), at);
  }

  /**
   * Moves a summit. Rejects a date in the past, a date that changes the order of summits, a summit
   * that was held, and a stale version.
   *
   * @param date the new date, absent if it is removed
   * @param reason the reason for the history; optional
   */
  public Outcome move(
      MeetingId summit, @Nullable LocalDate date, int version, @Nullable String reason, Person by) {
    requireMovable(summit, date, viewers.ofCoordinator(by));
    String why = reason == null || reason.isBlank() ? null : FreeText.reason(reason);
    if (meetings.setDate(summit, date, version) != 1) {
      throw ValidationError.conflict("summit.changed", summit);
    }
    List<JdbcDeadlines.Dependent> dependents = deadlines.lockDependingOn(summit);
    List<DateChange> changes = changes(dependents, date);
    Outcome outcome = outcome(summit, changes, new Page.Request(0, Page.Request.MAX_SIZE));
    deadlines.change(changes);
    dueDates.update(dependents.stream().map(JdbcDeadlines.Dependent::ref).toList());
    recordHistory(changes, why, by);
    return outcome;
  }

  /** The old and new due date that many commitments share. */
  private record OldAndNewDate(Optional<LocalDate> from, Optional<LocalDate> to) {}

  private void recordHistory(List<DateChange> changes, @Nullable String why, Person by) {
    Instant now = clock.instant();
    changes.stream()
        .collect(Collectors.groupingBy(change -> new OldAndNewDate(change.from(), change.to())))
        .forEach(
            (moved, group) ->
                history.addToAll(
                    group.stream().map(DateChange::ref).toList(),
                    new CommitmentChange(
                        group.get(0).ref(),
                        CommitmentChange.Type.DUE_DATE,
                        moved.from().map(LocalDate::toString).orElse(null),
                        moved.to().map(LocalDate::toString).orElse(null),
                        why,
                        now,
                        by.id())));
  }

  private Meeting requireMovable(MeetingId id, @Nullable LocalDate date, Viewer viewer) {
    Meeting summit =
        meetings
            .summit(id)
            .filter(known -> viewer.sees(known.series()))
            .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
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
