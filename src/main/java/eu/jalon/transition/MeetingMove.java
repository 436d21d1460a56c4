package eu.jalon.transition;

import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.deadline.DateChange;
import eu.jalon.commitment.deadline.JdbcDeadlines;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.SeriesOrder;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * @param actionItems the number of open action items with a new due date
   * @param becomingOverdue the number of commitments that become overdue
   * @param people the number of people with an e-mail address in the ministries of these items
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
  private final JdbcPeople people;
  private final JdbcHistory history;
  private final DueDateUpdate dueDates;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Today today;
  private final Clock clock;

  MeetingMove(
      JdbcMeetings meetings,
      JdbcDeadlines deadlines,
      JdbcPeople people,
      JdbcHistory history,
      DueDateUpdate dueDates,
      WorkingDays calendar,
      Viewers viewers,
      Today today,
      Clock clock) {
    this.meetings = meetings;
    this.deadlines = deadlines;
    this.people = people;
    this.history = history;
    this.dueDates = dueDates;
    this.calendar = calendar;
    this.viewers = viewers;
    this.today = today;
    this.clock = clock;
  }

  /** Computes the effect of a move without writing anything. */
  @Transactional(readOnly = true)
  public Outcome preview(
      MeetingId summit, @Nullable LocalDate date, Person person, Page.Request at) {
    requireMovable(summit, date, person);
    List<DateChange> all = dates(deadlines.dependingOn(summit), date);
    return outcome(changes(all), dueDates.preview(all, date), at, person);
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
    requireMovable(summit, date, by);
    String why = reason == null || reason.isBlank() ? null : FreeText.reason(reason);
    if (meetings.setDate(summit, date, version) != 1) {
      throw ValidationError.conflict("summit.changed", summit);
    }
    List<DateChange> all = dates(deadlines.lockDependingOn(summit), date);
    List<DateChange> changes = changes(all);
    deadlines.change(changes);
    List<MinistryCode> moved = dueDates.update(all.stream().map(DateChange::ref).toList());
    recordHistory(changes, why, by);
    return outcome(changes, moved, new Page.Request(0, Page.Request.MAX_SIZE), by);
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

  private Meeting requireMovable(MeetingId id, @Nullable LocalDate date, Person by) {
    Viewer viewer = viewers.ofCoordinator(by);
    Meeting summit =
        meetings
            .summit(id)
            .filter(known -> viewer.sees(known.series()))
            .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.held", id);
    }
    if (date != null && new DueDate(date).day().isBefore(today.of(by))) {
      throw ValidationError.invalid("summit.past", date);
    }
    SeriesOrder.of(summit.series(), meetings.summits()).checkMove(summit, date);
    return summit;
  }

  /**
   * Counts what a move changes.
   *
   * @param moved the ministry of each action item with a new due date
   */
  private Outcome outcome(
      List<DateChange> changes, List<MinistryCode> moved, Page.Request at, Person by) {
    LocalDate now = today.of(by);
    long becomingOverdue =
        changes.stream()
            .filter(change -> change.to().filter(to -> to.isBefore(now)).isPresent())
            .filter(change -> change.from().map(from -> !from.isBefore(now)).orElse(true))
            .count();
    return new Outcome(
        changes.size(),
        moved.size(),
        (int) becomingOverdue,
        people.countWithAddress(Set.copyOf(moved)),
        changes.stream().skip(at.offset()).limit(at.size()).toList());
  }

  private static List<DateChange> changes(List<DateChange> all) {
    return all.stream().filter(change -> !change.from().equals(change.to())).toList();
  }

  /** The due date of each commitment before and after the move. */
  private List<DateChange> dates(
      List<JdbcDeadlines.Dependent> dependents, @Nullable LocalDate date) {
    return dependents.stream()
        .map(
            commitment ->
                new DateChange(
                    commitment.ref(),
                    Optional.ofNullable(commitment.dueOn()),
                    commitment
                        .rule()
                        .dueOn(Optional.ofNullable(date), commitment.accountable(), calendar)))
        .toList();
  }
}
