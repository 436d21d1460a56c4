package eu.jalon.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that runs with another one, at an offset that can be changed: the sample register is
 * played with the clock set back.
 */
public final class OffsetClock extends Clock {

  private final Clock base;
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile Duration offset = Duration.ZERO;

  /** Creates a clock that shows the time of another one. */
  public OffsetClock(Clock base) {
    this.base = base;
  }

  /** Sets the time; the clock runs on from there. */
  public void moveTo(Instant instant) {
    change(Duration.between(base.instant(), instant));
  }

  /** Shows the time of the other clock again. */
  public void reset() {
    change(Duration.ZERO);
  }

  /** Runs an action after each change of the offset. */
  public void onChange(Runnable follower) {
    followers.add(follower);
  }

  private void change(Duration changed) {
    offset = changed;
    followers.forEach(Runnable::run);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The clock has the zone " + getZone() + " only");
  }
}
