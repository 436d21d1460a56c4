package eu.jalon.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.security.login.LoginThrottle.Attempt;
import eu.jalon.security.login.LoginThrottle.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that password guessing is throttled on all nodes, and that accounts are not locked out.
 */
abstract class LoginThrottleTest {

  private static final String KNOWN = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.";

  private final TestClock clock = TestClock.at("2025-03-01T09:00");
  private final TestDatabase.Opened database;
  private final LoginThrottle throttle;

  /** Another node on the same database. */
  private final LoginThrottle otherNode;

  LoginThrottleTest(TestDatabase kind) {
    database = kind.open();
    throttle = new LoginThrottle(new JdbcSignInCounters(database.jdbc()), clock);
    otherNode = new LoginThrottle(new JdbcSignInCounters(database.jdbc()), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void operator14_failuresOnOneNodeCountOnTheOthers() {
    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      Attempt attempt = (i % 2 == 0 ? throttle : otherNode).begin("be-ibz", ELSEWHERE + i);
      assertThat(attempt.decision()).isEqualTo(Decision.MAY_TRY);
      (i % 2 == 0 ? throttle : otherNode).failed(attempt);
    }

    assertThat(throttle.begin("be-ibz", KNOWN).decision()).isEqualTo(Decision.MUST_WAIT_FIRST_TIME);
    assertThat(otherNode.begin("be-ibz", KNOWN).decision()).isEqualTo(Decision.MUST_WAIT);
  }

  @Test
  void aNetworkThatOneNodeKnowsIsKnownToAllAndForgottenAfter90Days() {
    succeeds("be-ibz", KNOWN);
    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      fails("be-ibz", ELSEWHERE + i);
    }

    Attempt attempt = otherNode.begin("be-ibz", KNOWN);
    assertThat(attempt.decision()).isEqualTo(Decision.MAY_TRY);
    otherNode.aborted(attempt);

    pass(Duration.ofDays(91));
    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      fails("be-ibz", ELSEWHERE + i);
    }
    assertThat(mayTry("be-ibz", KNOWN)).isFalse();
  }

  @Test
  void failuresAtTheSameTimeOnTwoNodesAreAllCounted() {
    List<Attempt> one = List.of(begin(throttle, 1), begin(throttle, 2), begin(throttle, 3));
    List<Attempt> other = List.of(begin(otherNode, 4), begin(otherNode, 5));

    one.forEach(throttle::failed);
    other.forEach(otherNode::failed);

    assertThat(mayTry("be-ibz", KNOWN)).isFalse();
  }

  @Test
  void nothingThatWasTypedIsStored() {
    fails("be-ibz", KNOWN);

    assertThat(
            database.jdbc().sql("select counted from sign_in_counter").query(String.class).list())
        .isNotEmpty()
        .allSatisfy(counted -> assertThat(counted).matches("[0-9a-f]{64}"));
  }

  @Test
  void expiredCountersAreDeletedAndOthersStay() {
    fails("be-ibz", KNOWN);
    pass(Duration.ofHours(2));
    fails("be-jus", KNOWN);

    JdbcSignInCounters counters = new JdbcSignInCounters(database.jdbc());
    assertThat(counters.deleteBefore(clock.instant(), 1)).isEqualTo(1);
    counters.deleteBefore(clock.instant(), 10);

    assertThat(
            database.jdbc().sql("select count(*) from sign_in_counter").query(Long.class).single())
        .isEqualTo(2);
  }

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
  void aNameIsBlockedForAtMost15Minutes() {
    for (int i = 0; i < 50; i++) {
      fails("be-ibz", ELSEWHERE + i);
      pass(LoginThrottle.MAX_WAIT);
    }

    fails("be-ibz", ELSEWHERE + 1);
    assertThat(mayTry("be-ibz", KNOWN)).isFalse();
    pass(LoginThrottle.MAX_WAIT);

    succeeds("be-ibz", KNOWN);
    assertThat(mayTry("be-ibz", ELSEWHERE + 1)).isTrue();
  }

  @Test
  void failuresElsewhereDoNotBlockAKnownNetwork() {
    succeeds("be-ibz", KNOWN);
    for (int i = 0; i < 50; i++) {
      fails("be-ibz", ELSEWHERE + i);
    }

    assertThat(mayTry("be-ibz", ELSEWHERE + 99)).isFalse();
    succeeds("be-ibz", KNOWN);
    assertThat(mayTry("be-ibz", ELSEWHERE + 99))
        .as("a success on a known network does not reset other networks")
        .isFalse();
  }

  @Test
  void guessingOnAKnownNetworkIsThrottled() {
    succeeds("be-ibz", KNOWN);
    int tried = 0;
    for (int i = 0; i < 50; i++) {
      tried += fails("be-ibz", KNOWN) ? 1 : 0;
    }

    assertThat(tried).isEqualTo(LoginThrottle.FREE_FAILURES);
  }

  @Test
  void manyNamesFromOneAddressAreThrottled() {
    int tried = 0;
    for (int i = 0; i < 200; i++) {
      tried += fails("name-" + i, KNOWN) ? 1 : 0;
    }
    assertThat(tried).isEqualTo(LoginThrottle.ADDRESS_FREE_FAILURES);

    pass(LoginThrottle.ADDRESS_PACE);
    assertThat(fails("one-more", KNOWN)).isTrue();
    assertThat(fails("two-more", KNOWN)).isFalse();
    assertThat(mayTry("other", ELSEWHERE + 1)).isTrue();
  }

  @Test
  void theAddressesOfOneSubscriberAreCountedTogether() {
    for (int i = 0; i < 50; i++) {
      fails("name-" + i, "2001:db8:1:2::" + i);
    }

    assertThat(mayTry("other", "2001:db8:1:2:ffff::1%eth0")).isFalse();
    assertThat(mayTry("other", "2001:db8:1:3::1")).isTrue();
  }

  @Test
  void colleaguesBehindOneAddressCanSignIn() {
    succeeds("be-jus", KNOWN);
    for (int i = 0; i < 200; i++) {
      fails("name-" + i, KNOWN);
    }

    assertThat(mayTry("be-jus", KNOWN)).isTrue();
    assertThat(mayTry("be-ibz", KNOWN)).isFalse();
  }

  @Test
  void concurrentAttemptsAreLimitedLikeSequentialOnes() {
    List<Attempt> started = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Attempt attempt = throttle.begin("be-ibz", ELSEWHERE + i);
      if (attempt.decision() == Decision.MAY_TRY) {
        started.add(attempt);
      }
    }
    assertThat(started).hasSize(LoginThrottle.FREE_FAILURES);

    started.forEach(throttle::aborted);
    assertThat(mayTry("be-ibz", KNOWN)).isTrue();
  }

  @Test
  void aWaitIsReportedAsFirstOnceAfterEachFailure() {
    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      fails("be-ibz", KNOWN);
    }

    assertThat(throttle.begin("be-ibz", KNOWN).decision()).isEqualTo(Decision.MUST_WAIT_FIRST_TIME);
    assertThat(throttle.begin("be-ibz", KNOWN).decision()).isEqualTo(Decision.MUST_WAIT);
  }

  @Test
  void countersExpireAfterAnHour() {
    for (int i = 0; i < 30; i++) {
      fails("be-ibz", ELSEWHERE + i);
      pass(LoginThrottle.MAX_WAIT);
    }
    pass(Duration.ofMinutes(61));

    for (int i = 0; i < LoginThrottle.FREE_FAILURES; i++) {
      assertThat(fails("be-ibz", KNOWN)).isTrue();
    }
  }

  private static Attempt begin(LoginThrottle node, int address) {
    return node.begin("be-ibz", ELSEWHERE + address);
  }

  private boolean fails(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    if (attempt.decision() == Decision.MAY_TRY) {
      throttle.failed(attempt);
      return true;
    }
    return false;
  }

  private void succeeds(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    assertThat(attempt.decision()).isEqualTo(Decision.MAY_TRY);
    throttle.succeeded(attempt);
  }

  private boolean mayTry(String name, String address) {
    Attempt attempt = throttle.begin(name, address);
    throttle.aborted(attempt);
    return attempt.decision() == Decision.MAY_TRY;
  }

  private void pass(Duration time) {
    clock.moveTo(clock.instant().plus(time));
  }
}
