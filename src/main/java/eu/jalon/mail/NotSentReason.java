package eu.jalon.mail;

/** Why an e-mail was closed without being sent. */
public enum NotSentReason {
  /** The relay rejected it permanently. */
  REFUSED,
  /** All attempts failed; one of them may have arrived. */
  GIVEN_UP,
  /** The domain of its address is not in {@code jalon.mail.allowed-domains}. */
  DOMAIN_NOT_ALLOWED,
  /** Its day was over; the next e-mail contains what is still true. */
  DAY_OVER,
  /** No content was left when it was composed. */
  NOTHING_LEFT
}
