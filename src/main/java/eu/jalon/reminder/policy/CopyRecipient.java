package eu.jalon.reminder.policy;

/** Who is reminded of an action item in addition to its owners. */
public enum CopyRecipient {
  /** The substitute of an owner who is present. */
  SUBSTITUTE,
  /** The lead ministry of the other party. */
  OTHER_LEAD,
  /** The coordinators of the ministry's party. */
  COORDINATOR,
  /** The coordinators of both parties. */
  ALL_COORDINATORS
}
