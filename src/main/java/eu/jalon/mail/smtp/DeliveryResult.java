package eu.jalon.mail.smtp;

/**
 * What came of handing an email over.
 *
 * @param reply the relay's answer, or what went wrong
 */
public record DeliveryResult(Result result, String reply) {

  /** What is known about the email afterwards. */
  public enum Result {
    /** The relay took it. */
    ACCEPTED,
    /** The relay has not taken it, and may take it later (4yz, or the line broke). */
    REFUSED_FOR_NOW,
    /** The relay will not take it (5yz). */
    REFUSED,
    /** All of it was handed over, then the answer was lost: it may or may not have been taken. */
    UNKNOWN
  }
}
