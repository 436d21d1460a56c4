package eu.jalon.mail.smtp;

import java.io.IOException;

/** Creates the exception of an unreachable relay, for tests of other packages. */
public final class RelayAway {

  private RelayAway() {}

  public static RelayUnreachableException from(String destination) {
    return new RelayUnreachableException(destination, new IOException("connection refused"));
  }
}
