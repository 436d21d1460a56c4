package eu.jalon.reminder.policy;

/** A rung of the ladder of reminders, as the table of reminders names it. */
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
  /** Its date has changed; not a rung of the table. */
  MOVED,
  /** Coordinators asked about it themselves; not a rung of the table. */
  BY_HAND;

  /** Whether the table of reminders may name it. */
  public boolean isRung() {
    return this != MOVED && this != BY_HAND;
  }
}
