package eu.jalon.mail.smtp;

/** No connection to the relay could be made or is worth making, so no email was at stake. */
public class RelayUnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The relay takes too long over what it is given. */
  public RelayUnreachableException(String relay) {
    super(relay + " takes too long to answer");
  }

  RelayUnreachableException(String relay, Exception cause) {
    super(relay + " cannot be reached: " + cause.getMessage(), cause);
  }
}
