package eu.jalon.mail.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures on this node how long a lease is certainly valid.
 *
 * <p>It starts before the database grants the lease, and takes the longer of two elapsed times: one
 * clock stops while a machine is suspended, the other can be set back.
 */
public final class LeaseTimer {

  /** A reserve for the delay between a check and the next statement. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final Clock clock;
  private final Duration length;
  private final Instant startedAt;
  private final long startedNanos;

  public LeaseTimer(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
    this.startedAt = clock.instant();
    this.startedNanos = System.nanoTime();
  }

  private Duration remaining() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
    Duration byClock = Duration.between(startedAt, clock.instant());
    return length.minus(elapsed.compareTo(byClock) > 0 ? elapsed : byClock).minus(MARGIN);
  }

  /** Whether the lease is valid for longer than a duration from now. */
  public boolean outlasts(Duration duration) {
    return remaining().compareTo(duration) > 0;
  }

  public boolean isValid() {
    return !remaining().isNegative();
  }
}
