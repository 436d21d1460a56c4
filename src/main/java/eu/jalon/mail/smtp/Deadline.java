package eu.jalon.mail.smtp;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Until when the relay must have said all it has to say, however many bytes it sends meanwhile; a
 * socket's own timeout begins anew with each of them. Used by the thread of one connection.
 */
final class Deadline {

  private long end = System.nanoTime();

  /** From now on so much time is left. */
  void begin(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** The milliseconds that are left, one at least. */
  int leftMillis() throws SocketTimeoutException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("The relay took too long over its replies");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }
}
