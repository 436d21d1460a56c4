package eu.jalon.mail.smtp;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A time limit for all replies of the relay to one message; a socket's own timeout restarts with
 * every byte. Used by the thread of one connection.
 */
final class ReplyTimeout {

  private long end = System.nanoTime();

  void start(Duration duration) {
    end = System.nanoTime() + duration.toNanos();
  }

  /** The remaining milliseconds, at least one. */
  int remainingMillis() throws SocketTimeoutException {
    long remaining = (end - System.nanoTime()) / 1_000_000;
    if (remaining <= 0) {
      throw new SocketTimeoutException("The relay did not reply in time");
    }
    return (int) Math.min(remaining, Integer.MAX_VALUE);
  }
}
