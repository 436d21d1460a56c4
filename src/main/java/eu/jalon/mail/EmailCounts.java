package eu.jalon.mail;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The number of e-mails in each state; without states that have none. */
public record EmailCounts(Map<EmailStatus, Long> byStatus) {

  public EmailCounts {
    Map<EmailStatus, Long> copy = new EnumMap<>(EmailStatus.class);
    copy.putAll(byStatus);
    byStatus = Collections.unmodifiableMap(copy);
  }

  public long of(EmailStatus status) {
    return byStatus.getOrDefault(status, 0L);
  }

  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
