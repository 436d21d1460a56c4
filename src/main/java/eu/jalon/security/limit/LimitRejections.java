package eu.jalon.security.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which users and addresses were refused something over a limit lately, on this node. */
@Component
class LimitRejections {

  private static final Logger LOG = LoggerFactory.getLogger(LimitRejections.class);

  private static final int REMEMBERED = 100;
  private static final Duration LATELY = Duration.ofMinutes(15);

  /**
   * Refusals of one user or address.
   *
   * @param limit the limit that was reached last
   */
  record Refusals(String limit, int count, Instant last) {}

  private final Map<String, Refusals> refusals =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusals> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Clock clock;

  LimitRejections(Clock clock) {
    this.clock = clock;
  }

  /** Counts one refusal; only the first in a quarter of an hour is logged. */
  synchronized void add(String who, String limit) {
    Instant now = clock.instant();
    Refusals before = refusals.get(who);
    int earlier = before == null || before.last().plus(LATELY).isBefore(now) ? 0 : before.count();
    refusals.put(who, new Refusals(limit, earlier + 1, now));
    if (earlier == 0) {
      LOG.warn("{} is held back by the limit {}", who, limit);
    }
  }

  synchronized Map<String, Refusals> lately() {
    Instant since = clock.instant().minus(LATELY);
    Map<String, Refusals> lately = new LinkedHashMap<>();
    refusals.forEach(
        (who, each) -> {
          if (each.last().isAfter(since)) {
            lately.put(who, each);
          }
        });
    return lately;
  }
}
