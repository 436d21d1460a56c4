package eu.jalon.mail;

import java.time.Duration;
import java.util.List;

/** The backoff between attempts to send an e-mail, and the number of attempts. */
public final class RetryDelay {

  /** More than are possible in a day, after which a digest is dropped anyway. */
  static final int MAX_ATTEMPTS = 40;

  /** About two days, for e-mails that may be sent on a later day than planned. */
  static final int MAX_ATTEMPTS_LASTING = 15;

  private static final List<Integer> MINUTES = List.of(1, 5, 15, 60, 240);

  private RetryDelay() {}

  /** The delay after the given number of attempts, 1 or more. */
  public static Duration after(int attempts) {
    return Duration.ofMinutes(MINUTES.get(Math.min(attempts, MINUTES.size()) - 1));
  }

  /**
   * The delay if the e-mail may have arrived: at least 15 minutes, so that a relay that discards
   * duplicates by Message-ID has recovered.
   */
  public static Duration afterUnknown(int attempts) {
    return after(Math.max(3, attempts));
  }

  /** Whether an e-mail is given up after the given number of attempts. */
  public static boolean isExhausted(Email email, int attempts) {
    return attempts >= (email.lasting() ? MAX_ATTEMPTS_LASTING : MAX_ATTEMPTS);
  }
}
