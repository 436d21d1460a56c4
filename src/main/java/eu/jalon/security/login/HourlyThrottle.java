package eu.jalon.security.login;

import eu.jalon.security.RemoteAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how often something can be asked for from one network in an hour. Kept in memory per node;
 * the least recently used entries are dropped.
 */
public class HourlyThrottle {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MAX_NETWORKS = 10_000;

  private final Map<String, Deque<Instant>> requests =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MAX_NETWORKS;
        }
      };

  private final int max;
  private final Clock clock;

  /**
   * @param max the maximum number of requests of a network in an hour
   */
  public HourlyThrottle(int max, Clock clock) {
    this.max = max;
    this.clock = clock;
  }

  /** Counts a request, unless the network made too many of them in the last hour. */
  public synchronized boolean permits(String address) {
    Instant now = clock.instant();
    Deque<Instant> made =
        requests.computeIfAbsent(RemoteAddress.network(address), network -> new ArrayDeque<>());
    while (!made.isEmpty() && made.getFirst().isBefore(now.minus(HOUR))) {
      made.removeFirst();
    }
    if (made.size() >= max) {
      return false;
    }
    made.addLast(now);
    return true;
  }
}
