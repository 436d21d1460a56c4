package eu.jalon.outbox;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many letters are in each state; a state without letters is absent. */
public record LetterCounts(Map<LetterStatus, Long> byStatus) {

  public LetterCounts {
    Map<LetterStatus, Long> copy = new EnumMap<>(LetterStatus.class);
    copy.putAll(byStatus);
    byStatus = Collections.unmodifiableMap(copy);
  }

  public long of(LetterStatus status) {
    return byStatus.getOrDefault(status, 0L);
  }

  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
