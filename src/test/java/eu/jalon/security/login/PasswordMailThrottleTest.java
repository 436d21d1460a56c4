package eu.jalon.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import org.junit.jupiter.api.Test;

class PasswordMailThrottleTest {

  private final TestClock clock = TestClock.at("2027-03-01T07:00");
  private final PasswordMailThrottle throttle = new PasswordMailThrottle(clock);

  @Test
  void aNetworkAsksTenTimesInAnHour() {
    for (int i = 0; i < PasswordMailThrottle.MAX_PER_HOUR; i++) {
      assertThat(throttle.permits("2001:db8::" + i)).isTrue();
    }

    assertThat(throttle.permits("2001:db8::ffff")).as("the same /64 network").isFalse();
    assertThat(throttle.permits("192.0.2.1")).as("another network").isTrue();
    clock.moveTo("2027-03-01T08:01");
    assertThat(throttle.permits("2001:db8::1")).as("an hour later").isTrue();
  }
}
