package eu.jalon.mail;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ExpiringRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deletes old e-mails that no longer wait; an original is kept as long as what resends it. */
@Repository
@Transactional
class JdbcEmailRetention implements ExpiringRecords {

  private final JdbcClient jdbc;

  JdbcEmailRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "emails";
  }

  @Override
  public int deleteBefore(Instant limit, int batch) {
    LocalDate day = limit.atZone(BrusselsTime.ZONE).toLocalDate();
    List<UUID> ids =
        jdbc.sql(
                """
                select e.id
                from email e
                where e.on_date < :day and e.status not in ('QUEUED', 'SENDING', 'RETRY')
                  and not exists (select 1 from email r where r.resend_of = e.id)
                order by e.on_date, e.id
                limit :batch
                """)
            .param("day", day)
            .param("batch", batch)
            .query(UUID.class)
            .list();
    if (!ids.isEmpty()) {
      jdbc.sql("delete from email_commitment where email_id in (:ids)").param("ids", ids).update();
      jdbc.sql("delete from email where id in (:ids)").param("ids", ids).update();
    }
    return ids.size();
  }
}
