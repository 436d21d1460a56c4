package eu.jalon.outbox.smtp;

/** No connection to the relay could be made, so no letter was at stake. */
public class RelayUnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  RelayUnreachableException(String relay, Exception cause) {
    super(relay + " cannot be reached: " + cause.getMessage(), cause);
  }
}
