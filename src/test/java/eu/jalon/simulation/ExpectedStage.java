package eu.jalon.simulation;

import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.ReminderStage;
import java.util.Optional;
import java.util.Set;

/**
 * The shipped reminder policy, said again by hand: where the two part, one of them is wrong.
 *
 * @param repeat after how many working days it is told again; 0 for never
 */
record ExpectedStage(ReminderStage stage, int repeat, Set<CopyRecipient> copyTo) {

  /** Nothing is told earlier, whatever it is about; nearer than this everything is. */
  static final int ALWAYS_FROM = 10;

  private static final int AHEAD_FROM = 20;

  /** The stage an item is on so many working days before its due date, where there is one. */
  static Optional<ExpectedStage> of(OpenItem item, int daysLeft) {
    boolean high = item.priority() == Priority.HIGH;
    if (daysLeft > AHEAD_FROM) {
      return Optional.empty();
    }
    if (daysLeft > ALWAYS_FROM) {
      boolean quiet =
          item.track() == Track.STANDING_COOPERATION || item.progress() == ProgressStatus.ON_TRACK;
      return quiet ? Optional.empty() : once(ReminderStage.AHEAD);
    }
    if (daysLeft > 5) {
      return high ? once(ReminderStage.SOON, CopyRecipient.SUBSTITUTE) : once(ReminderStage.SOON);
    }
    if (daysLeft > 1) {
      return once(ReminderStage.CLOSE);
    }
    if (daysLeft == 1) {
      return item.progress() == ProgressStatus.BLOCKED
          ? once(ReminderStage.EVE, CopyRecipient.COORDINATOR)
          : once(ReminderStage.EVE);
    }
    return daysLeft > -5 ? once(ReminderStage.DUE) : late(-daysLeft, high);
  }

  private static Optional<ExpectedStage> late(int overdue, boolean high) {
    if (overdue < 10) {
      return high
          ? weekly(ReminderStage.OVERDUE, CopyRecipient.COORDINATOR)
          : weekly(ReminderStage.OVERDUE);
    }
    if (overdue >= 40) {
      return weekly(ReminderStage.ESCALATED, CopyRecipient.ALL_COORDINATORS);
    }
    return high
        ? weekly(ReminderStage.ESCALATED, CopyRecipient.COORDINATOR, CopyRecipient.OTHER_LEAD)
        : weekly(ReminderStage.ESCALATED, CopyRecipient.COORDINATOR);
  }

  private static Optional<ExpectedStage> once(ReminderStage stage, CopyRecipient... also) {
    return Optional.of(new ExpectedStage(stage, 0, Set.of(also)));
  }

  private static Optional<ExpectedStage> weekly(ReminderStage stage, CopyRecipient... also) {
    return Optional.of(new ExpectedStage(stage, repeatOf(stage), Set.of(also)));
  }

  static int repeatOf(ReminderStage stage) {
    return stage == ReminderStage.OVERDUE || stage == ReminderStage.ESCALATED ? 5 : 0;
  }
}
