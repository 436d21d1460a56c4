package eu.jalon.decade;

import eu.jalon.nudge.Hearer;
import eu.jalon.nudge.Stage;
import eu.jalon.register.Priority;
import eu.jalon.register.ProgressStatus;
import eu.jalon.register.Track;
import java.util.Optional;
import java.util.Set;

/**
 * The shipped table of reminders, said again by hand: where the two part, one of them is wrong.
 *
 * @param repeat after how many working days it is told again; 0 for never
 */
record Rung(Stage stage, int repeat, Set<Hearer> alsoHear) {

  /** Nothing is told earlier, whatever it is about; nearer than this everything is. */
  static final int ALWAYS_FROM = 10;

  private static final int AHEAD_FROM = 20;

  /** The rung an item is on so many working days before its due date, where there is one. */
  static Optional<Rung> of(OpenItem item, int daysLeft) {
    boolean high = item.priority() == Priority.HIGH;
    if (daysLeft > AHEAD_FROM) {
      return Optional.empty();
    }
    if (daysLeft > ALWAYS_FROM) {
      boolean quiet =
          item.track() == Track.STANDING_COOPERATION || item.progress() == ProgressStatus.ON_TRACK;
      return quiet ? Optional.empty() : once(Stage.AHEAD);
    }
    if (daysLeft > 5) {
      return high ? once(Stage.SOON, Hearer.SUBSTITUTE) : once(Stage.SOON);
    }
    if (daysLeft > 1) {
      return once(Stage.CLOSE);
    }
    if (daysLeft == 1) {
      return item.progress() == ProgressStatus.BLOCKED
          ? once(Stage.EVE, Hearer.COORDINATOR)
          : once(Stage.EVE);
    }
    return daysLeft > -5 ? once(Stage.DUE) : late(-daysLeft, high);
  }

  private static Optional<Rung> late(int overdue, boolean high) {
    if (overdue < 10) {
      return high ? weekly(Stage.OVERDUE, Hearer.COORDINATOR) : weekly(Stage.OVERDUE);
    }
    if (overdue >= 40) {
      return weekly(Stage.ESCALATED, Hearer.BOTH_COORDINATORS);
    }
    return high
        ? weekly(Stage.ESCALATED, Hearer.COORDINATOR, Hearer.OTHER_LEAD)
        : weekly(Stage.ESCALATED, Hearer.COORDINATOR);
  }

  private static Optional<Rung> once(Stage stage, Hearer... also) {
    return Optional.of(new Rung(stage, 0, Set.of(also)));
  }

  private static Optional<Rung> weekly(Stage stage, Hearer... also) {
    return Optional.of(new Rung(stage, repeatOf(stage), Set.of(also)));
  }

  static int repeatOf(Stage stage) {
    return stage == Stage.OVERDUE || stage == Stage.ESCALATED ? 5 : 0;
  }
}
