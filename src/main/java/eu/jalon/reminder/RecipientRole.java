package eu.jalon.reminder;

/** Why a person receives a reminder of an action item. */
public enum RecipientRole {
  /** The person or their ministry has to do it, or they replace an absent owner. */
  OWNER,
  /** The substitute of an owner who is present. */
  SUBSTITUTE,
  /** An owner of an item whose due date has changed. */
  INFORMED,
  /** A member of the lead ministry of the other party. */
  OTHER_LEAD,
  /** A coordinator; the item is overdue and has been escalated. */
  COORDINATOR
}
