package eu.jalon.reminder.wording;

import eu.jalon.shared.MinistryCode;

/**
 * Why coordinators write to the owners of some items themselves.
 *
 * @param from whose coordinators they are
 */
public record ManualReminder(long id, MinistryCode from, String reason) {

  /** What stands in the place of a line of the reminder policy. */
  public static final String RULE = "byHand";
}
