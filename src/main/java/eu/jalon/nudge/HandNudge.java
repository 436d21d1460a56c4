package eu.jalon.nudge;

import eu.jalon.shared.MinistryCode;

/**
 * Why coordinators write to the owners of some items themselves.
 *
 * @param from whose coordinators they are
 */
record HandNudge(long id, MinistryCode from, String reason) {

  /** The kind of its letters begins so, and ends with its number. */
  static final String KIND = "HAND-";

  /** What stands in the place of a line of the table of reminders. */
  static final String RULE = "byHand";

  String kind() {
    return KIND + id;
  }
}
