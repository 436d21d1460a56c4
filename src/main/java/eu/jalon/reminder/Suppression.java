package eu.jalon.reminder;

/** Why nobody is written to about an action item, or one person is not. */
public enum Suppression {
  /** It was no working day in the recipient's country; he is told on the next one. */
  DAY_OFF,
  /** It was none of the weekdays the recipient chose; he is told on the next one of his. */
  OTHER_WEEKDAY,
  /** The recipient is away; somebody else hears of it. */
  ABSENT,
  /** Its ministry reported lately, or somebody said that he is on it. */
  SNOOZED,
  /** The recipient already had his email of the day. */
  CAPPED,
  /** The recipient has no mail address. */
  NO_ADDRESS,
  /** The recipient's address was refused by his mail system. */
  MAIL_REFUSED,
  /** Nobody works for the ministry, or coordinates for its country. */
  NO_RECIPIENT,
  /** The reminder policy asks for none in this situation; not put on record. */
  NOT_YET,
  /** The recipient was told at this stage already; not put on record. */
  TOLD;

  /** Whether it is the usual course of things rather than a reminder held back. */
  public boolean isQuiet() {
    return this == NOT_YET || this == TOLD;
  }
}
