package eu.jalon.pages.commitments;

import eu.jalon.commitment.CommitmentChange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The due dates of a commitment, first to last, and their positions on a time line.
 *
 * @param slippedDays calendar days from the first date to the last; negative where it came forward
 * @param todayX the position of today
 */
record DueDateHistoryView(List<Turn> turns, List<Point> points, int slippedDays, int todayX) {

  static final int WIDTH = 300;
  private static final int EDGE = 12;
  private static final int SHORTEST = 30;

  /**
   * One due date.
   *
   * @param date absent while none was agreed
   * @param change the change that set it; absent for the date of an earlier reference
   */
  record Turn(@Nullable LocalDate date, @Nullable CommitmentChange change, boolean last) {}

  /** A date on the time line. */
  record Point(LocalDate date, int x, boolean last) {}

  /**
   * Builds the view from the history of a commitment.
   *
   * @param changes latest first
   * @param first the first date of the commitment, including earlier references
   */
  static DueDateHistoryView of(
      List<CommitmentChange> changes, Optional<LocalDate> first, LocalDate today) {
    List<CommitmentChange> dated = new ArrayList<>();
    for (CommitmentChange change : changes) {
      if (change.type() == CommitmentChange.Type.ENTERED
          || change.type() == CommitmentChange.Type.DUE_DATE) {
        dated.add(0, change);
      }
    }
    List<Turn> turns = new ArrayList<>();
    Optional<LocalDate> own =
        dated.stream().flatMap(change -> Optional.ofNullable(date(change)).stream()).findFirst();
    if (first.isPresent() && !first.equals(own)) {
      turns.add(new Turn(first.get(), null, dated.isEmpty()));
    }
    for (int i = 0; i < dated.size(); i++) {
      CommitmentChange change = dated.get(i);
      turns.add(new Turn(date(change), change, i == dated.size() - 1));
    }
    return drawn(List.copyOf(turns), today);
  }

  /** Whether there is more than one date. */
  public boolean moved() {
    return turns.size() > 1;
  }

  /** The text anchor that keeps the word at today's position inside the line. */
  String todayAnchor() {
    return todayX < 50 ? "start" : todayX > 250 ? "end" : "middle";
  }

  private static @Nullable LocalDate date(CommitmentChange change) {
    String to = change.to();
    return to == null ? null : LocalDate.parse(to);
  }

  private static DueDateHistoryView drawn(List<Turn> turns, LocalDate today) {
    List<LocalDate> dates =
        turns.stream().map(Turn::date).filter(Objects::nonNull).map(LocalDate.class::cast).toList();
    if (dates.isEmpty()) {
      return new DueDateHistoryView(turns, List.of(), 0, EDGE);
    }
    LocalDate from =
        Stream.concat(dates.stream(), Stream.of(today)).min(LocalDate::compareTo).orElse(today);
    LocalDate until =
        Stream.concat(dates.stream(), Stream.of(today, from.plusDays(SHORTEST)))
            .max(LocalDate::compareTo)
            .orElse(today);
    List<Point> points = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.date() != null) {
        points.add(new Point(turn.date(), x(turn.date(), from, until), turn.last()));
      }
    }
    int slipped = (int) ChronoUnit.DAYS.between(dates.get(0), dates.get(dates.size() - 1));
    return new DueDateHistoryView(turns, points, slipped, x(today, from, until));
  }

  private static int x(LocalDate day, LocalDate from, LocalDate until) {
    long whole = ChronoUnit.DAYS.between(from, until);
    return EDGE + (int) ((WIDTH - 2 * EDGE) * ChronoUnit.DAYS.between(from, day) / whole);
  }
}
