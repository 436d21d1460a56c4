package eu.jalon;

import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {

  private volatile Instant now;

  private TestClock(Instant now) {
    this.now = now;
  }

  /** Stands at a local date and time in Brussels, as in {@code 2027-03-01T07:00}. */
  public static TestClock at(String brusselsTime) {
    return new TestClock(instant(brusselsTime));
  }

  public void moveTo(String brusselsTime) {
    now = instant(brusselsTime);
  }

  public void moveTo(Instant instant) {
    now = instant;
  }

  private static Instant instant(String brusselsTime) {
    return LocalDateTime.parse(brusselsTime).atZone(BrusselsTime.ZONE).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
