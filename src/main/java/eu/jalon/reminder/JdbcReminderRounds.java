package eu.jalon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds that ran, and the lock that lets one run at a time. */
@Repository
public class JdbcReminderRounds {

  private final JdbcClient jdbc;

  JdbcReminderRounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until no other round is being planned, on any node. */
  public void lock() {
    jdbc.sql("select id from nudge_lock where id = 1 for update").query(Integer.class).single();
  }

  public boolean hasRun(LocalDate on) {
    return jdbc.sql("select count(*) from nudge_round where on_date = :on")
            .param("on", on)
            .query(Long.class)
            .single()
        > 0;
  }

  public Optional<LocalDate> last() {
    return jdbc.sql("select on_date from nudge_round order by on_date desc limit 1")
        .query(LocalDate.class)
        .optional();
  }

  /** Writes the round down; a further round of the same day adds to what the first one did. */
  public void finished(RoundResult report, int suppressed, Instant at) {
    if (write(UPDATE, report, suppressed, at) == 0) {
      write(INSERT, report, suppressed, at);
    }
  }

  private int write(String sql, RoundResult report, int suppressed, Instant at) {
    return jdbc.sql(sql)
        .param("on", report.on())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("letters", report.letters())
        .param("nudges", report.nudges())
        .param("suppressed", suppressed)
        .update();
  }

  private static final String UPDATE =
      """
      update nudge_round
      set finished_at = :at, letters = letters + :letters, nudges = nudges + :nudges,
          suppressed = suppressed + :suppressed
      where on_date = :on
      """;

  private static final String INSERT =
      """
      insert into nudge_round (on_date, finished_at, letters, nudges, suppressed)
      values (:on, :at, :letters, :nudges, :suppressed)
      """;
}
