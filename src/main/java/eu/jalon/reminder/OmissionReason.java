package eu.jalon.reminder;

/** Why an item that was planned for an e-mail was left out when the e-mail was composed. */
public enum OmissionReason {
  DONE,
  /** Its commitment was withdrawn or closed. */
  WITHDRAWN,
  REDATED,
  /** The recipient no longer has to do it. */
  REASSIGNED,
  SNOOZED
}
