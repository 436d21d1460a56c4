package eu.jalon.actionitem.reminding;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open action item with the inputs of the reminder policy.
 *
 * @param leads the lead ministries of its commitment
 * @param lastProgress the status in the last report of the item's ministry on the commitment
 * @param reportedAt the time of that report
 * @param movedOn the day on which its due date was changed last
 * @param dateChanges how often the due date was changed
 */
public record OpenItem(
    ActionItemView view,
    Track track,
    Priority priority,
    Leads leads,
    @Nullable ProgressStatus lastProgress,
    @Nullable Instant reportedAt,
    @Nullable LocalDate movedOn,
    int dateChanges) {

  public ActionItem item() {
    return view.item();
  }

  /** Whether its due date was changed on or after a day. */
  public boolean wasMovedSince(LocalDate day) {
    return movedOn != null && !movedOn.isBefore(day);
  }

  public Optional<ProgressStatus> progress() {
    return Optional.ofNullable(lastProgress);
  }
}
