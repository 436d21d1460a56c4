package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Page;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives a summit another date, or none, and with it every commitment and action item that hangs on
 * it.
 *
 * <p>The date and the first {@value #SLICE} commitments change in one transaction. What is more
 * follows slice by slice, each a transaction of its own that also notes how far the move is; a move
 * that was cut off goes on where it stopped, and until it is finished no other one begins.
 */
@Service
public class SummitMove {

  static final int SLICE = 2000;

  /**
   * What a move does to one commitment.
   *
   * @param from its due date until now, empty while the summit had no date
   * @param to its due date from now on, empty where the summit has no date any more
   */
  public record DateChange(CommitmentRef ref, Optional<LocalDate> from, Optional<LocalDate> to) {}

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

  /** How many commitments of a move that is going on have their new date. */
  public record Progress(int done, int total) {}

  private final JdbcMeetings meetings;
  private final JdbcDates dates;
  private final JdbcMoves moves;
  private final JdbcHistory history;
  private final Redating redating;
  private final WorkingDays calendar;
  private final TransactionOperations transaction;
  private final Clock clock;

  SummitMove(
      JdbcMeetings meetings,
      JdbcDates dates,
      JdbcMoves moves,
      JdbcHistory history,
      Redating redating,
      WorkingDays calendar,
      TransactionOperations transaction,
      Clock clock) {
    this.meetings = meetings;
    this.dates = dates;
    this.moves = moves;
    this.history = history;
    this.redating = redating;
    this.calendar = calendar;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What a move to a date, or to none, would change; nothing is written. */
  @Transactional(readOnly = true)
  public Outcome preview(
      OriginId summit, @Nullable LocalDate date, Person person, Page.Request at) {
    Viewer.requireCoordinator(person);
    checked(summit, date);
    return outcome(summit, date, at);
  }

  /**
   * Moves a summit. Refuses a date in the past or beyond the next summit but one, a summit that was
   * held, one that is being moved, and a version that is not current.
   *
   * @param date the new date, absent where the summit is put off without one
   * @param reason why, for the history; may be absent
   */
  public Outcome move(
      OriginId summit, @Nullable LocalDate date, int version, @Nullable String reason, Person by) {
    Viewer.requireCoordinator(by);
    Outcome outcome =
        transaction.execute(
            status -> {
              Summit before = checked(summit, date);
              if (meetings.date(summit, date, version) != 1) {
                throw Refusal.conflict("summit.changed", summit);
              }
              if (moves.lockUnfinished(summit).isPresent()) {
                throw Refusal.conflict("summit.moving", summit);
              }
              Outcome expected = outcome(summit, date, new Page.Request(0, Page.Request.MAX_SIZE));
              moves.begin(
                  summit,
                  before.date(),
                  date,
                  expected.commitments(),
                  reason == null || reason.isBlank() ? null : StepOutcome.reason(reason),
                  clock.instant(),
                  by.id());
              slice(summit);
              return expected;
            });
    if (outcome == null) {
      throw new IllegalStateException("A transaction without a result");
    }
    finish(summit);
    return outcome;
  }

  /** Goes on with moves that were cut off. */
  public void resume() {
    moves.unfinished().forEach(this::finish);
  }

  /** How far the move of a summit is; empty where none is going on. */
  @Transactional(readOnly = true)
  public Optional<Progress> progress(OriginId summit) {
    return moves.progress(summit);
  }

  private void finish(OriginId summit) {
    while (Boolean.TRUE.equals(transaction.execute(status -> slice(summit)))) {
      // Each slice is a transaction; the next one begins where it ended.
    }
  }

  /** Many commitments move from one date to one other. */
  private record Dates(Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** Moves the next slice; answers whether there may be more. */
  private boolean slice(OriginId summit) {
    Optional<JdbcMoves.Move> unfinished = moves.lockUnfinished(summit);
    if (unfinished.isEmpty()) {
      return false;
    }
    JdbcMoves.Move move = unfinished.get();
    List<JdbcDates.Hanging> slice = dates.lockHanging(summit, move.lastRef(), SLICE);
    List<DateChange> changes = changes(slice, move.to());
    Map<CommitmentRef, Optional<LocalDate>> dueDates = new LinkedHashMap<>();
    changes.forEach(change -> dueDates.put(change.ref(), change.to()));
    dates.commitments(dueDates);
    redating.redate(slice.stream().map(JdbcDates.Hanging::ref).toList());
    Instant now = clock.instant();
    changes.stream()
        .collect(Collectors.groupingBy(change -> new Dates(change.from(), change.to())))
        .forEach(
            (moved, group) ->
                history.moved(
                    group.stream().map(DateChange::ref).toList(),
                    new Change(
                        group.get(0).ref(),
                        Change.What.DUE_DATE,
                        moved.from().map(LocalDate::toString).orElse(null),
                        moved.to().map(LocalDate::toString).orElse(null),
                        move.reason(),
                        now,
                        move.by())));
    boolean last = slice.size() < SLICE;
    String lastRef = slice.isEmpty() ? move.lastRef() : slice.get(slice.size() - 1).ref().value();
    moves.progressed(move.id(), move.done() + changes.size(), lastRef, last ? now : null);
    return !last;
  }

  private Summit checked(OriginId id, @Nullable LocalDate date) {
    Summit summit = meetings.summit(id).orElseThrow(() -> Refusal.notFound("summit.unknown", id));
    if (summit.status() == Summit.Status.HELD) {
      throw Refusal.conflict("summit.held", id);
    }
    if (date != null && new DueDate(date).day().isBefore(BrusselsTime.today(clock))) {
      throw Refusal.invalid("summit.past", date);
    }
    SeriesOrder.of(summit.series(), meetings.summits()).checkMove(summit, date);
    return summit;
  }

  private Outcome outcome(OriginId summit, @Nullable LocalDate date, Page.Request at) {
    LocalDate today = BrusselsTime.today(clock);
    int count = 0;
    int becomingOverdue = 0;
    int items = 0;
    List<DateChange> page = new ArrayList<>();
    String after = "";
    List<JdbcDates.Hanging> slice;
    do {
      slice = dates.hanging(summit, after, SLICE);
      List<DateChange> changes = changes(slice, date);
      for (DateChange change : changes) {
        if (count >= at.offset() && page.size() < at.size()) {
          page.add(change);
        }
        count++;
        boolean late = change.to().filter(to -> to.isBefore(today)).isPresent();
        boolean inTime = change.from().map(from -> !from.isBefore(today)).orElse(true);
        becomingOverdue += late && inTime ? 1 : 0;
      }
      items += dates.countOpen(changes.stream().map(DateChange::ref).toList());
      after = slice.isEmpty() ? after : slice.get(slice.size() - 1).ref().value();
    } while (slice.size() == SLICE);
    return new Outcome(
        count, items, becomingOverdue, count == 0 ? 0 : dates.countPeople(summit), page);
  }

  private List<DateChange> changes(List<JdbcDates.Hanging> slice, @Nullable LocalDate date) {
    List<DateChange> changes = new ArrayList<>();
    for (JdbcDates.Hanging commitment : slice) {
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
