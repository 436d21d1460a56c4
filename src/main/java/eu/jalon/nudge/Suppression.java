package eu.jalon.nudge;

/** Why a nudge that was due was not given. */
public enum Suppression {
  /** It was no working day in the recipient's country; it is given on the next one. */
  DAY_OFF,
  /** The recipient has no mail address. */
  NO_ADDRESS,
  /** Nobody works for the ministry, or coordinates for its country. */
  NO_RECIPIENT,
  /** The recipient already had his letter of the day. */
  ALREADY_WRITTEN
}
