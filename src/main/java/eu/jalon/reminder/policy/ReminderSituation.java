package eu.jalon.reminder.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reminder policy looks at.
 *
 * @param daysLeft working days of the ministry's country to the due date, negative once it is
 *     overdue; bounded, so that there are only so many situations
 * @param lastProgress what the ministry last reported, absent where it never did
 */
public record ReminderSituation(
    int daysLeft,
    Step step,
    Track track,
    Priority priority,
    @Nullable ProgressStatus lastProgress) {

  /** Beyond so many working days, about a year, nothing makes a difference any more. */
  public static final int FARTHEST = 260;

  public ReminderSituation {
    daysLeft = Math.max(-FARTHEST, Math.min(FARTHEST, daysLeft));
  }

  /** The word of the table for what was last reported. */
  public String progress() {
    return Optional.ofNullable(lastProgress).map(Enum::name).orElse("NONE");
  }
}
