package eu.jalon.actionitem;

import eu.jalon.shared.MinistryCode;

/**
 * How much of a ministry's work is overdue, counted by calendar days past the due date.
 *
 * @param recent action items that are 14 days late at most
 * @param overFourteen those 15 to 30 days late
 * @param overThirty those 31 to 60 days late
 * @param overSixty those later still
 * @param worst calendar days that its oldest item is past its due date
 */
public record MinistryOverdue(
    MinistryCode ministry, int recent, int overFourteen, int overThirty, int overSixty, int worst) {

  /** All overdue action items of the ministry. */
  public int items() {
    return recent + overFourteen + overThirty + overSixty;
  }
}
