package eu.jalon.mail.smtp;

/** No connection to the relay could be opened; no message was sent. */
public class RelayUnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The relay did not reply in time to an earlier message. */
  public RelayUnreachableException(String relay) {
    super(relay + " does not reply in time");
  }

  RelayUnreachableException(String relay, Exception cause) {
    super(relay + " cannot be reached: " + cause.getMessage(), cause);
  }
}
