package eu.jalon.operation.retention;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ExpiringRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Deletes records that are older than the settings say, and records each deletion. */
@Service
@EnableConfigurationProperties(RetentionProperties.class)
public class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private static final int BATCH = 1000;

  private final List<ExpiringRecords> records;
  private final RetentionProperties properties;
  private final AuditLog audit;
  private final Clock clock;

  Retention(
      List<ExpiringRecords> records, RetentionProperties properties, AuditLog audit, Clock clock) {
    // Reminders go before the e-mails that they refer to.
    this.records =
        records.stream().sorted(Comparator.comparing(ExpiringRecords::kind).reversed()).toList();
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /** Deletes all records that have expired, in batches. */
  public void run() {
    for (ExpiringRecords each : records) {
      LocalDate day = BrusselsTime.today(clock).minus(properties.of(each.kind()));
      long deleted = delete(each, day.atStartOfDay(BrusselsTime.ZONE).toInstant());
      if (deleted > 0) {
        LOG.info("Deleted {} {} from before {}", deleted, each.kind(), day);
        audit.record(
            AuditKind.RETENTION, null, "", each.kind(), "before=" + day, "deleted " + deleted);
      }
    }
  }

  private static long delete(ExpiringRecords records, Instant limit) {
    long all = 0;
    int deleted;
    do {
      deleted = records.deleteBefore(limit, BATCH);
      all += deleted;
    } while (deleted == BATCH);
    return all;
  }
}
