package eu.jalon.reminder.policy;

/** Who hears of an action item beside those who have to do it. */
public enum CopyRecipient {
  /** Whoever stands in for its owner, although he is there. */
  SUBSTITUTE,
  /** The lead ministry of the other country. */
  OTHER_LEAD,
  /** The coordinators of its ministry's country. */
  COORDINATOR,
  /** The coordinators of both countries. */
  BOTH_COORDINATORS
}
