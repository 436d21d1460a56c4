package eu.jalon.mail.smtp;

/**
 * The result of sending a message to the relay.
 *
 * @param reply the reply of the relay, or the error; empty if there is no relay
 */
public record DeliveryResult(Result result, String reply) {

  /** Whether the relay accepted the message. */
  public enum Result {
    ACCEPTED,
    /** Not accepted, but another attempt may succeed: a 4yz reply, or a lost connection. */
    REFUSED_FOR_NOW,
    /** Rejected permanently: a 5yz reply. */
    REFUSED,
    /** Transmitted completely, but the reply was lost. */
    UNKNOWN
  }
}
