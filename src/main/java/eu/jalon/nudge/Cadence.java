package eu.jalon.nudge;

import eu.jalon.shared.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When an open action item deserves a reminder: 30, 14, 7 and 1 calendar days before it is due, on
 * the day, and every seven days once it is overdue.
 *
 * <p>The answer comes from today's state alone. A stage missed on a day off or in a downtime is
 * still the stage reached on the next working day, so it is caught up then, and of several missed
 * stages only the latest counts.
 */
final class Cadence {

  /** How many days ahead the first reminder is given. */
  static final int HORIZON = 30;

  /** From this overdue day on, the coordinators of the ministry's country hear too. */
  static final int ESCALATION = 14;

  private static final int WEEK = 7;

  private static final List<Integer> DAYS_BEFORE = List.of(0, 1, 7, 14, HORIZON);

  private Cadence() {}

  /** The stage that an item with this due date has reached; empty while it is far away. */
  static Optional<Stage> reached(DueDate due, LocalDate today) {
    int overdue = due.overdueDays(today);
    if (overdue > 0) {
      return Optional.of(Stage.overdue(overdue / WEEK * WEEK));
    }
    int left = due.daysLeft(today);
    return DAYS_BEFORE.stream().filter(days -> days >= left).findFirst().map(Stage::before);
  }

  /** Whether a person who was given the earlier stages is to hear of this one. */
  static boolean isNew(Stage stage, Set<Stage> given) {
    boolean heardOnTheDay = stage.equals(Stage.JUST_OVERDUE) && given.contains(Stage.DUE_DAY);
    return !given.contains(stage) && !heardOnTheDay;
  }

  static boolean coordinatorsHear(DueDate due, LocalDate today) {
    return due.overdueDays(today) >= ESCALATION;
  }
}
