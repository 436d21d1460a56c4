package eu.jalon.reminder;

/** Why a reminder of an action item is not sent. */
public enum Suppression {
  /** Not a working day in the recipient's party; sent on the next one. */
  DAY_OFF,
  /** Not one of the weekdays the recipient chose; sent on the next of these. */
  OTHER_WEEKDAY,
  /** The recipient is absent. */
  ABSENT,
  /** The ministry reported recently, or an owner paused the reminders. */
  SNOOZED,
  /** The recipient already has their e-mail of the day. */
  CAPPED,
  /** The recipient has no e-mail address. */
  NO_ADDRESS,
  /** The recipient's address is undeliverable. */
  MAIL_REFUSED,
  /** The ministry has no people, or its party no coordinators. */
  NO_RECIPIENT,
  /** The reminder policy asks for none in this situation; not recorded. */
  NOT_YET,
  /** The recipient was reminded at this stage already; not recorded. */
  ALREADY_SENT;

  /** Whether it is the normal case, which is not recorded. */
  public boolean isQuiet() {
    return this == NOT_YET || this == ALREADY_SENT;
  }
}
