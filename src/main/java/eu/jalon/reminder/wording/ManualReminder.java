package eu.jalon.reminder.wording;

import eu.jalon.shared.MinistryCode;

/**
 * A reminder that a coordinator sends.
 *
 * @param from the ministry of the coordinator
 */
public record ManualReminder(long id, MinistryCode from, String reason) {

  /** Recorded in place of the id of a policy rule. */
  public static final String RULE = "byHand";
}
