package eu.jalon.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five failures a name must wait, twice as long with each further one, a
 * quarter of an hour at most. Kept per node and in memory; it forgets the names used longest ago.
 */
@Component
class LoginThrottle {

  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int NAMES = 10_000;

  private record Failures(int count, Instant closedUntil) {}

  private final Map<String, Failures> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > NAMES;
        }
      };
  private final Clock clock;

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isClosedFor(String name) {
    Failures failures = byName.get(name);
    return failures != null && clock.instant().isBefore(failures.closedUntil());
  }

  synchronized void failed(String name) {
    Failures before = byName.get(name);
    int count = before == null ? 1 : before.count() + 1;
    byName.put(name, new Failures(count, clock.instant().plus(waitAfter(count))));
  }

  synchronized void succeeded(String name) {
    byName.remove(name);
  }

  private static Duration waitAfter(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(12, failures - FREE_FAILURES));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
