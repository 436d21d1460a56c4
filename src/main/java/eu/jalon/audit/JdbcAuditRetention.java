package eu.jalon.audit;

import eu.jalon.shared.ExpiringRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes old audit entries. The trigger that refuses changes lets those deletions through that
 * {@code audit_retention} announces in the same transaction.
 */
@Repository
@Transactional
class JdbcAuditRetention implements ExpiringRecords {

  private final JdbcClient jdbc;

  JdbcAuditRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "audit";
  }

  @Override
  public int deleteBefore(Instant limit, int batch) {
    announce(limit.toString());
    try {
      return jdbc.sql(
              """
              delete from audit_entry
              where id in
                (select id from audit_entry where at < :limit order by at, id limit :batch)
              """)
          .param("limit", limit.atOffset(ZoneOffset.UTC))
          .param("batch", batch)
          .update();
    } finally {
      announce("");
    }
  }

  private void announce(String limit) {
    jdbc.sql("select audit_retention(:limit)").param("limit", limit).query(String.class).single();
  }
}
