package eu.jalon.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.security.login.LoginThrottle.Attempt;
import eu.jalon.security.login.LoginThrottle.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How guessing is slowed down, and how nobody is kept out by it. */
class LoginThrottleTest {

  private static final String HOME = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.";

  private final TestClock clock = TestClock.at("2027-03-01T09:00");
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void fiftyWrongPasswordsFromFiftyAddressesAreThrottled() {
    int tried = 0;
    for (int i = 0; i < 50; i++) {
      tried += fails("be-ibz", ELSEWHERE + i) ? 1 : 0;
    }

    assertThat(tried).isEqualTo(LoginThrottle.FREE_FAILURES);
    assertThat(mayTry("be-ibz", ELSEWHERE + 99)).isFalse();
  }

  @Test
  void aNameOpensAgainAfterAQuarterOfAnHourAtMost() {
    for (int i = 0; i < 50; i++) {
      fails("be-ibz", ELSEWHERE + i);
      pass(LoginThrottle.LONGEST);
    }

    fails("be-ibz", ELSEWHERE + 1);
    assertThat(mayTry("be-ibz", HOME)).isFalse();
    pass(LoginThrottle.LONGEST);

    succeeds("be-ibz", HOME);
    assertThat(mayTry("be-ibz", ELSEWHERE + 1)).isTrue();
  }

  @Test
  void whoSignedInHereBeforeIsNotKeptOutByWhatStrangersDoElsewhere() {
    succeeds("be-ibz", HOME);
    for (int i = 0; i < 50; i++) {
      fails("be-ibz", ELSEWHERE + i);
    }

    assertThat(mayTry("be-ibz", ELSEWHERE + 99)).isFalse();
    succeeds("be-ibz", HOME);
    assertThat(mayTry("be-ibz", ELSEWHERE + 99)).as("opened by nobody's success at home").isFalse();
  }

  @Test
  void atHomeTooGuessingIsSlow() {
    succeeds("be-ibz", HOME);
    int tried = 0;
    for (int i = 0; i < 50; i++) {
      tried += fails("be-ibz", HOME) ? 1 : 0;
    }

    assertThat(tried).isEqualTo(LoginThrottle.FREE_FAILURES);
  }

  @Test
  void manyNamesFromOneAddressAreSlowed() {
    int tried = 0;
    for (int i = 0; i < 200; i++) {
      tried += fails("name-" + i, HOME) ? 1 : 0;
    }
    assertThat(tried).isEqualTo(LoginThrottle.FREE_FAILURES_OF_ADDRESS);

    pass(LoginThrottle.ADDRESS_PACE);
    assertThat(fails("one-more", HOME)).isTrue();
    assertThat(fails("two-more", HOME)).isFalse();
    assertThat(mayTry("other", ELSEWHERE + 1)).isTrue();
  }

  @Test
  void oneSubscribersAddressesAreOne() {
    for (int i = 0; i < 50; i++) {
      fails("name-" + i, "2001:db8:1:2::" + i);
    }

    assertThat(mayTry("other", "2001:db8:1:2:ffff::1%eth0")).isFalse();
    assertThat(mayTry("other", "2001:db8:1:3::1")).isTrue();
  }

  @Test
  void colleaguesBehindOneAddressGoOnSigningIn() {
    succeeds("be-jus", HOME);
    for (int i = 0; i < 200; i++) {
      fails("name-" + i, HOME);
    }

    assertThat(mayTry("be-jus", HOME)).isTrue();
    assertThat(mayTry("be-ibz", HOME)).isFalse();
  }

  @Test
  void triesAtTheSameTimeAreNoMoreThanTriesInARow() {
    List<Attempt> underWay = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Attempt attempt = throttle.begin("be-ibz", ELSEWHERE + i);
      if (attempt.verdict() == Verdict.MAY_TRY) {
        underWay.add(attempt);
      }
    }
    assertThat(underWay).hasSize(LoginThrottle.FREE_FAILURES);

    underWay.forEach(throttle::brokenOff);
    assertThat(mayTry("be-ibz", HOME)).isTrue();
  }

  @Test
  void aWaitIsToldOnceAfterEachFailure() {
    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      fails("be-ibz", HOME);
    }

    assertThat(throttle.begin("be-ibz", HOME).verdict()).isEqualTo(Verdict.MUST_WAIT_FIRST_TIME);
    assertThat(throttle.begin("be-ibz", HOME).verdict()).isEqualTo(Verdict.MUST_WAIT);
  }

  @Test
  void aQuietHourForgets() {
    for (int i = 0; i < 30; i++) {
      fails("be-ibz", ELSEWHERE + i);
      pass(LoginThrottle.LONGEST);
    }
    pass(Duration.ofMinutes(61));

    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      assertThat(fails("be-ibz", HOME)).isTrue();
    }
  }

  private boolean fails(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    if (attempt.verdict() == Verdict.MAY_TRY) {
      throttle.failed(attempt);
      return true;
    }
    return false;
  }

  private void succeeds(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    assertThat(attempt.verdict()).isEqualTo(Verdict.MAY_TRY);
    throttle.succeeded(attempt, name);
  }

  private boolean mayTry(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    throttle.brokenOff(attempt);
    return attempt.verdict() == Verdict.MAY_TRY;
  }

  private void pass(Duration time) {
    clock.moveTo(clock.instant().plus(time));
  }
}
