package eu.jalon.mail.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long emails are surely ours, by this node's clocks: counted from before the database granted
 * the lease, and by whichever of two clocks went further, since one stands still while a machine is
 * suspended and the other can be set back.
 */
public final class Lease {

  /** What an answer may be late by before another node may think the email free. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final Clock clock;
  private final Duration length;
  private final Instant beganAt;
  private final long beganNanos;

  public Lease(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
    this.beganAt = clock.instant();
    this.beganNanos = System.nanoTime();
  }

  private Duration left() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - beganNanos);
    Duration byClock = Duration.between(beganAt, clock.instant());
    return length.minus(elapsed.compareTo(byClock) > 0 ? elapsed : byClock).minus(MARGIN);
  }

  /** Whether it outlasts one answer of the relay. */
  public boolean outlasts(Duration patience) {
    return left().compareTo(patience) > 0;
  }

  /** Whether it has not run out. */
  public boolean holds() {
    return !left().isNegative();
  }
}
