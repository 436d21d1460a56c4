package eu.jalon.actionitem;

import eu.jalon.shared.MinistryCode;

/**
 * The number of overdue action items of a ministry, by calendar days past the due date.
 *
 * @param recent items up to 14 days overdue
 * @param overFourteen items 15 to 30 days overdue
 * @param overThirty items 31 to 60 days overdue
 * @param overSixty items more than 60 days overdue
 * @param worst calendar days past the due date of the oldest item
 */
public record MinistryOverdue(
    MinistryCode ministry, int recent, int overFourteen, int overThirty, int overSixty, int worst) {

  /** Returns the number of all overdue items. */
  public int items() {
    return recent + overFourteen + overThirty + overSixty;
  }
}
