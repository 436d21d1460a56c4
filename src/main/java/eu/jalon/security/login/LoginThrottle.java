package eu.jalon.security.login;

import eu.jalon.security.RemoteAddress;
import eu.jalon.security.login.JdbcSignInCounters.Counter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Throttles the guessing of passwords and passkeys by account name and by address, without locking
 * accounts.
 *
 * <p>After five failures a name must wait, doubling with each further failure up to 15 minutes. An
 * address may fail 20 times, then once every 30 seconds, for all names together. On a network where
 * an account has signed in during the last 90 days, its failures are counted separately, so that
 * failures from elsewhere do not lock it out there. Counters expire an hour after the wait ends.
 * They are in the database, shared by all nodes; each node limits its own concurrent attempts.
 */
@Component
public class LoginThrottle {

  public static final int FREE_FAILURES = 5;

  /**
   * The maximum of concurrent attempts on a known network, for programs that sign in with each
   * request.
   */
  static final int KNOWN_NETWORK_CONCURRENCY = 20;

  static final int ADDRESS_FREE_FAILURES = 20;
  static final Duration ADDRESS_PACE = Duration.ofSeconds(30);
  static final Duration MAX_WAIT = Duration.ofMinutes(15);
  private static final Duration CREDIT = ADDRESS_PACE.multipliedBy(ADDRESS_FREE_FAILURES - 1);
  private static final Duration QUIET = Duration.ofHours(1);
  private static final Duration NETWORK_KNOWN_FOR = Duration.ofDays(90);

  /** A network is written again only after a day, so that most sign-ins write nothing. */
  private static final Duration NETWORK_RENEWED_AFTER = Duration.ofDays(1);

  /** Whether a password may be checked. */
  public enum Decision {
    MAY_TRY,
    MUST_WAIT,
    /** As {@link #MUST_WAIT}, for the first time since the last failure; logged once. */
    MUST_WAIT_FIRST_TIME
  }

  /**
   * An attempt, to be ended by {@link #failed}, {@link #succeeded} or {@link #aborted}.
   *
   * @param name the counter of the account name, on the network where that is known
   * @param address the counter of the network
   * @param network the network of this account name, as known before
   */
  public record Attempt(Counter name, Counter address, Counter network, Decision decision) {}

  private final JdbcSignInCounters counters;
  private final Clock clock;

  /** The attempts of this node that have not ended, by the hash of what is counted. */
  private final Map<String, Integer> concurrent = new ConcurrentHashMap<>();

  @Autowired
  LoginThrottle(JdbcSignInCounters counters) {
    this(counters, Clock.systemUTC());
  }

  /** The system's clock, because the application's own is offset in a demo. */
  LoginThrottle(JdbcSignInCounters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  /** Starts an attempt; if the decision is {@link Decision#MAY_TRY}, the caller must end it. */
  public Attempt begin(String name, String address) {
    Instant now = clock.instant();
    String network = RemoteAddress.network(address);
    String byName = JdbcSignInCounters.hash("name " + name);
    String byNameThere = JdbcSignInCounters.hash("name " + name + " " + network);
    String known = JdbcSignInCounters.hash("network " + name + " " + network);
    String byAddress = JdbcSignInCounters.hash("address " + network);
    // Counted before the counters are read: a failure that ends meanwhile is then seen in one of
    // the two.
    int elsewhere = started(byName);
    int there = started(byNameThere);
    Map<String, Counter> stored;
    try {
      stored = counters.find(List.of(byName, byNameThere, known, byAddress));
    } catch (RuntimeException failure) {
      ended(byName);
      ended(byNameThere);
      throw failure;
    }
    Counter knownNetwork = counter(stored, known, now);
    boolean isKnown = knownNetwork.waitsUntil().isAfter(now);
    ended(isKnown ? byName : byNameThere);
    Counter counted = counter(stored, isKnown ? byNameThere : byName, now);
    Counter ofAddress = counter(stored, byAddress, now);
    // Concurrent attempts count as failures; otherwise a hundred parallel ones would all be
    // allowed.
    int limit =
        isKnown ? KNOWN_NETWORK_CONCURRENCY : Math.max(1, FREE_FAILURES - counted.failures());
    boolean isTrusted = isKnown && counted.failures() == 0;
    Decision decision = Decision.MAY_TRY;
    if (now.isBefore(counted.waitsUntil()) || (isKnown ? there : elsewhere) > limit) {
      decision = refused(counted, now.plus(QUIET));
    } else if (!isTrusted && Duration.between(now, ofAddress.waitsUntil()).compareTo(CREDIT) > 0) {
      decision = refused(ofAddress, ofAddress.expiresAt());
    }
    if (decision != Decision.MAY_TRY) {
      ended(counted.counted());
    }
    return new Attempt(counted, ofAddress, knownNetwork, decision);
  }

  /** The password was wrong. */
  public void failed(Attempt attempt) {
    Instant now = clock.instant();
    change(
        attempt.name(),
        now,
        counter -> {
          int failures = counter.failures() + 1;
          Instant until = now.plus(waitAfter(failures));
          return with(counter, failures, until, until.plus(QUIET));
        });
    change(
        attempt.address(),
        now,
        counter -> {
          Instant start = now.isBefore(counter.waitsUntil()) ? counter.waitsUntil() : now;
          Instant until = start.plus(ADDRESS_PACE);
          return with(counter, counter.failures() + 1, until, until);
        });
    ended(attempt.name().counted());
  }

  /**
   * The password was right: resets the counter, and remembers the network as known to the account.
   */
  public void succeeded(Attempt attempt) {
    if (attempt.name().version() > 0) {
      counters.delete(attempt.name().counted());
    }
    Instant until = clock.instant().plus(NETWORK_KNOWN_FOR);
    if (attempt.network().waitsUntil().isBefore(until.minus(NETWORK_RENEWED_AFTER))) {
      // If another attempt stored it first, it is known too.
      counters.store(with(attempt.network(), 0, until, until));
    }
    ended(attempt.name().counted());
  }

  /** The attempt ended by an exception and is not counted. */
  public void aborted(Attempt attempt) {
    if (attempt.decision() == Decision.MAY_TRY) {
      ended(attempt.name().counted());
    }
  }

  /** Marks the wait as reported; returns true for one attempt of all nodes. */
  private Decision refused(Counter counter, Instant expiry) {
    Instant expiresAt = counter.expiresAt().isAfter(expiry) ? counter.expiresAt() : expiry;
    boolean first =
        !counter.reported()
            && counters.store(
                new Counter(
                    counter.counted(),
                    counter.failures(),
                    counter.waitsUntil(),
                    true,
                    expiresAt,
                    counter.version()));
    return first ? Decision.MUST_WAIT_FIRST_TIME : Decision.MUST_WAIT;
  }

  /** Changes a counter, again with its stored value if another attempt changed it meanwhile. */
  private void change(Counter read, Instant now, UnaryOperator<Counter> change) {
    Counter counter = read;
    while (!counters.store(change.apply(counter))) {
      counter = counter(counters.find(List.of(read.counted())), read.counted(), now);
    }
  }

  private static Counter counter(Map<String, Counter> stored, String counted, Instant now) {
    Counter found = stored.get(counted);
    return found == null ? Counter.none(counted) : found.at(now);
  }

  private static Counter with(Counter counter, int failures, Instant until, Instant expiry) {
    return new Counter(counter.counted(), failures, until, false, expiry, counter.version());
  }

  private int started(String counted) {
    return concurrent.merge(counted, 1, Integer::sum);
  }

  private void ended(String counted) {
    concurrent.computeIfPresent(counted, (key, attempts) -> attempts == 1 ? null : attempts - 1);
  }

  private static Duration waitAfter(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(12, failures - FREE_FAILURES));
    return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
  }
}
