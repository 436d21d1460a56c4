package eu.jalon.reminder;

/** What had become of an item when the email about it was sent, so that it was left out. */
public enum ItemOutcome {
  DONE,
  /** It fell away with its commitment. */
  WITHDRAWN,
  REDATED,
  /** Somebody else has to do it now. */
  REASSIGNED,
  SNOOZED
}
