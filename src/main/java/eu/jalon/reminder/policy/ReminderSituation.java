package eu.jalon.reminder.policy;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of the reminder policy for one action item.
 *
 * @param daysLeft working days of the ministry's party until the due date, negative if overdue;
 *     limited to plus or minus {@link #MAX_DAYS} to bound the number of situations
 * @param lastProgress the status in the ministry's last progress report, if any
 */
public record ReminderSituation(
    int daysLeft,
    Step step,
    Track track,
    Priority priority,
    @Nullable ProgressStatus lastProgress) {

  /** Working days, about a year; larger distances are not distinguished. */
  public static final int MAX_DAYS = 260;

  public ReminderSituation {
    daysLeft = Math.max(-MAX_DAYS, Math.min(MAX_DAYS, daysLeft));
  }

  /** The value of the input {@code lastProgress}: the status, or {@code NONE}. */
  public String progress() {
    return Optional.ofNullable(lastProgress).map(Enum::name).orElse("NONE");
  }
}
