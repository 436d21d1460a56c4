package eu.jalon.reminder.policy;

/** The stage of a reminder in relation to the due date. */
public enum ReminderStage {
  /** Due in some weeks. */
  AHEAD,
  SOON,
  CLOSE,
  /** Due on the next working day. */
  EVE,
  /** Due, or overdue for a few days. */
  DUE,
  OVERDUE,
  /** Overdue for so long that coordinators are informed. */
  ESCALATED,
  /** The due date changed; not set by the policy. */
  MOVED,
  /** A manual reminder by coordinators; not set by the policy. */
  MANUAL;

  /** Whether the policy may use it as an output. */
  public boolean isPolicyStage() {
    return this != MOVED && this != MANUAL;
  }
}
