package eu.jalon.security.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Recent rejections by limits on this node, by user or address. */
@Component
class LimitRejections {

  private static final Logger LOG = LoggerFactory.getLogger(LimitRejections.class);

  private static final int MAX_ENTRIES = 100;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /**
   * Rejected requests of one user or address.
   *
   * @param limit the limit exceeded last
   */
  record Rejection(String limit, int count, Instant last) {}

  private final Map<String, Rejection> rejections =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rejection> eldest) {
          return size() > MAX_ENTRIES;
        }
      };
  private final Clock clock;

  LimitRejections(Clock clock) {
    this.clock = clock;
  }

  /** Counts a rejection; only the first within 15 minutes is logged. */
  synchronized void add(String subject, String limit) {
    Instant now = clock.instant();
    Rejection before = rejections.get(subject);
    int earlier = before == null || before.last().plus(WINDOW).isBefore(now) ? 0 : before.count();
    rejections.put(subject, new Rejection(limit, earlier + 1, now));
    if (earlier == 0) {
      LOG.warn("Requests of {} exceed the limit {}", subject, limit);
    }
  }

  /** The rejections of the last 15 minutes. */
  synchronized Map<String, Rejection> recent() {
    Instant since = clock.instant().minus(WINDOW);
    Map<String, Rejection> recent = new LinkedHashMap<>();
    rejections.forEach(
        (subject, rejection) -> {
          if (rejection.last().isAfter(since)) {
            recent.put(subject, rejection);
          }
        });
    return recent;
  }
}
