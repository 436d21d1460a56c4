package eu.jalon.reminder.policy;

/** A stage of the reminder policy, as the reminder policy names it. */
public enum ReminderStage {
  /** It is still some weeks off. */
  AHEAD,
  SOON,
  CLOSE,
  /** It is due on the next working day. */
  EVE,
  /** It is due, or has just become overdue. */
  DUE,
  OVERDUE,
  /** It has been overdue for so long that others hear of it. */
  ESCALATED,
  /** Its date has changed; not a stage of the table. */
  MOVED,
  /** Coordinators asked about it themselves; not a stage of the table. */
  BY_HAND;

  /** Whether the reminder policy may name it. */
  public boolean isStage() {
    return this != MOVED && this != BY_HAND;
  }
}
