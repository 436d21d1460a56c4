package eu.jalon.reminder;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ExpiringRecords;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deletes the record of old reminders, sent and suppressed. */
@Repository
@Transactional
class JdbcReminderRetention implements ExpiringRecords {

  private final JdbcClient jdbc;

  JdbcReminderRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "reminders";
  }

  @Override
  public int deleteBefore(Instant limit, int batch) {
    LocalDate day = limit.atZone(BrusselsTime.ZONE).toLocalDate();
    return jdbc.sql(
            """
            delete from reminder
            where id in
              (select id from reminder where on_date < :day order by on_date, id limit :batch)
            """)
        .param("day", day)
        .param("batch", batch)
        .update();
  }
}
