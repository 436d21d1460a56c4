package eu.jalon.mail.smtp;

import java.io.IOException;

/** For relays of other rooms' tests that cannot be reached. */
public final class RelayAway {

  private RelayAway() {}

  public static RelayUnreachableException from(String destination) {
    return new RelayUnreachableException(destination, new IOException("nobody answers"));
  }
}
