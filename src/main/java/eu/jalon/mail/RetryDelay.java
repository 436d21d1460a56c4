package eu.jalon.mail;

import java.time.Duration;
import java.util.List;

/** How long an email waits before it is tried again, and when it is given up. */
public final class RetryDelay {

  /** More than a day has room for; what is not sent on its day is planned anew. */
  static final int MAX_ATTEMPTS = 40;

  /** Some two days for an email that may be sent on a later day than its own. */
  static final int MAX_ATTEMPTS_LASTING = 15;

  private static final List<Integer> MINUTES = List.of(1, 5, 15, 60, 240);

  private RetryDelay() {}

  /** The delay after the given number of attempts, 1 or more. */
  public static Duration after(int attempts) {
    return Duration.ofMinutes(MINUTES.get(Math.min(attempts, MINUTES.size()) - 1));
  }

  /**
   * The delay where the email may have arrived: not less than a quarter of an hour, so that a relay
   * that remembers the Message-ID has come back to its senses.
   */
  public static Duration afterUnknown(int attempts) {
    return after(Math.max(3, attempts));
  }

  /** Whether an email may not be tried again after the given number of attempts. */
  public static boolean isExhausted(Email email, int attempts) {
    return attempts >= (email.lasting() ? MAX_ATTEMPTS_LASTING : MAX_ATTEMPTS);
  }
}
