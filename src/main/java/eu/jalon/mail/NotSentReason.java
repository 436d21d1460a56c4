package eu.jalon.mail;

/** Why an e-mail was closed without being sent. */
public enum NotSentReason {
  /** The relay refused it for good. */
  REFUSED,
  /** It was tried as often as an e-mail may be; one of the attempts may have arrived. */
  GIVEN_UP,
  /** The domain of its address is not among {@code jalon.mail.allowed-domains}. */
  DOMAIN_NOT_ALLOWED,
  /** Its day was over; the next e-mail contains what is still true. */
  DAY_OVER,
  /** When it was to be sent, nothing was left to tell. */
  NOTHING_LEFT
}
