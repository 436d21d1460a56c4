package eu.jalon.security.login;

import eu.jalon.security.RemoteAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Throttles password guessing by account name and by address, without locking accounts.
 *
 * <p>After five failures a name must wait, doubling with each further failure up to 15 minutes. An
 * address may fail 20 times, then once every 30 seconds, for all names together. On a network where
 * an account has signed in before, its failures are counted separately, so that failures from
 * elsewhere do not lock it out there. Counters expire an hour after the wait ends. They are kept in
 * memory per node; the least recently used entries are dropped.
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
  private static final int MAX_ENTRIES = 10_000;

  /** Whether a password may be checked. */
  enum Decision {
    MAY_TRY,
    MUST_WAIT,
    /** As {@link #MUST_WAIT}, for the first time since the last failure; logged once. */
    MUST_WAIT_FIRST_TIME
  }

  /** An attempt, to be ended by {@link #failed}, {@link #succeeded} or {@link #aborted}. */
  record Attempt(String key, String network, Decision decision) {}

  /** The failures of a name, its concurrent attempts, and the end of its wait. */
  private record NameCounter(int failed, int concurrent, Instant waitsUntil, boolean logged) {

    static final NameCounter NONE = new NameCounter(0, 0, Instant.MIN, false);

    NameCounter began() {
      return new NameCounter(failed, concurrent + 1, waitsUntil, logged);
    }

    NameCounter ended(int failures, Instant until) {
      return new NameCounter(failures, Math.max(0, concurrent - 1), until, false);
    }

    NameCounter refused() {
      return new NameCounter(failed, concurrent, waitsUntil, true);
    }
  }

  /** When the failures of an address expire, at one each {@link #ADDRESS_PACE}. */
  private record AddressCounter(Instant expiresAt, boolean logged) {}

  private final Map<String, NameCounter> byName = recent();
  private final Map<String, AddressCounter> byAddress = recent();
  private final Map<String, Boolean> knownNetworks = recent();
  private final Clock clock;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Starts an attempt; if the decision is {@link Decision#MAY_TRY}, the caller must end it. */
  synchronized Attempt begin(String name, String address) {
    Instant now = clock.instant();
    String network = RemoteAddress.network(address);
    boolean known = knownNetworks.get(pair(name, network)) != null;
    String key = known ? pair(name, network) : name;
    NameCounter counter = current(key, now);
    // Concurrent attempts count as failures; otherwise a hundred parallel ones would all be
    // allowed.
    boolean waits =
        now.isBefore(counter.waitsUntil())
            || counter.concurrent()
                >= (known
                    ? KNOWN_NETWORK_CONCURRENCY
                    : Math.max(1, FREE_FAILURES - counter.failed()));
    if (waits) {
      byName.put(key, counter.refused());
      return new Attempt(key, network, wait(counter.logged()));
    }
    AddressCounter counted = byAddress.get(network);
    boolean trusted = known && counter.failed() == 0;
    if (!trusted
        && counted != null
        && Duration.between(now, counted.expiresAt()).compareTo(CREDIT) > 0) {
      byAddress.put(network, new AddressCounter(counted.expiresAt(), true));
      return new Attempt(key, network, wait(counted.logged()));
    }
    byName.put(key, counter.began());
    return new Attempt(key, network, Decision.MAY_TRY);
  }

  /** The password was wrong. */
  synchronized void failed(Attempt attempt) {
    Instant now = clock.instant();
    NameCounter counter = current(attempt.key(), now);
    int failures = counter.failed() + 1;
    byName.put(attempt.key(), counter.ended(failures, now.plus(waitAfter(failures))));
    AddressCounter counted = byAddress.get(attempt.network());
    Instant start =
        counted != null && now.isBefore(counted.expiresAt()) ? counted.expiresAt() : now;
    byAddress.put(attempt.network(), new AddressCounter(start.plus(ADDRESS_PACE), false));
  }

  /**
   * The password was right: resets the counter, and remembers the network as known to the account.
   */
  synchronized void succeeded(Attempt attempt, String name) {
    byName.remove(attempt.key());
    knownNetworks.put(pair(name, attempt.network()), true);
  }

  /** The attempt ended by an exception and is not counted. */
  synchronized void aborted(Attempt attempt) {
    NameCounter counter = byName.get(attempt.key());
    if (counter != null) {
      byName.put(attempt.key(), counter.ended(counter.failed(), counter.waitsUntil()));
    }
  }

  private static Decision wait(boolean logged) {
    return logged ? Decision.MUST_WAIT : Decision.MUST_WAIT_FIRST_TIME;
  }

  private NameCounter current(String key, Instant now) {
    NameCounter counter = byName.get(key);
    if (counter == null
        || (counter.failed() > 0 && now.isAfter(counter.waitsUntil().plus(QUIET)))) {
      return NameCounter.NONE;
    }
    return counter;
  }

  /** Unique, because account names contain no space. */
  private static String pair(String name, String network) {
    return name + " " + network;
  }

  private static Duration waitAfter(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(12, failures - FREE_FAILURES));
    return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
  }

  private static <V> Map<String, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX_ENTRIES;
      }
    };
  }
}
