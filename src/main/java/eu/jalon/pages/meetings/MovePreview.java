package eu.jalon.pages.meetings;

import eu.jalon.commitment.deadline.DateChange;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.transition.MeetingMove;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of moving a summit: a page of the changed dates, with titles. */
record MovePreview(MeetingMove.Outcome outcome, List<Row> rows) {

  /**
   * One commitment.
   *
   * @param days calendar days by which its date moves; absent where it had or gets none
   * @param late whether its new date has passed already
   */
  record Row(DateChange change, @Nullable LocalText title, @Nullable Integer days, boolean late) {

    /** By how much it moves, without the direction. */
    public int distance() {
      return days == null ? 0 : Math.abs(days);
    }
  }

  static MovePreview of(
      MeetingMove.Outcome outcome, Map<CommitmentRef, LocalText> titles, LocalDate today) {
    return new MovePreview(
        outcome,
        outcome.changes().stream()
            .map(
                change ->
                    new Row(
                        change,
                        titles.get(change.ref()),
                        days(change),
                        change.to().filter(to -> to.isBefore(today)).isPresent()))
            .toList());
  }

  private static @Nullable Integer days(DateChange change) {
    return change
        .from()
        .flatMap(from -> change.to().map(to -> (int) ChronoUnit.DAYS.between(from, to)))
        .orElse(null);
  }
}
