package eu.jalon.actionitem.reminding;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open action item with all that decides whether somebody is reminded of it.
 *
 * @param owners the lead ministries of its commitment
 * @param lastProgress what the item's ministry last reported of the commitment
 * @param reportedAt when it did
 * @param dateChanges how often its date was changed
 */
public record OpenItem(
    ActionItemView view,
    Track track,
    Priority priority,
    Leads owners,
    @Nullable ProgressStatus lastProgress,
    @Nullable Instant reportedAt,
    int dateChanges) {

  public ActionItem item() {
    return view.item();
  }

  public Optional<ProgressStatus> progress() {
    return Optional.ofNullable(lastProgress);
  }
}
