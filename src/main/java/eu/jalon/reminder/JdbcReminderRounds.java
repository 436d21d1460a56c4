package eu.jalon.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the finished rounds, and the lock that serialises them. */
@Repository
public class JdbcReminderRounds {

  private final JdbcClient jdbc;

  JdbcReminderRounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for the lock that all nodes share, and holds it until the transaction ends. */
  public void lock() {
    jdbc.sql("select id from reminder_lock where id = 1 for update").query(Integer.class).single();
  }

  public boolean hasRun(LocalDate on) {
    return jdbc.sql("select count(*) from reminder_round where on_date = :on")
            .param("on", on)
            .query(Long.class)
            .single()
        > 0;
  }

  public Optional<LocalDate> last() {
    return jdbc.sql("select on_date from reminder_round order by on_date desc limit 1")
        .query(LocalDate.class)
        .optional();
  }

  /**
   * What is stored of failures of the round.
   *
   * @param last the day of the last round
   */
  public record RoundFailures(@Nullable LocalDate last, boolean policyRefused) {}

  public RoundFailures failures() {
    return jdbc.sql(
            """
            select (select max(on_date) from reminder_round) as last,
                   (select count(*) from reminder_policy_error) as refused
            """)
        .query(
            (row, n) ->
                new RoundFailures(
                    row.getObject("last", LocalDate.class), row.getInt("refused") > 0))
        .single();
  }

  /** Records a round; a further round of the same day adds to the counts of the first. */
  public void record(RoundResult result, int suppressed, Instant at) {
    if (write(UPDATE, result, suppressed, at) == 0) {
      write(INSERT, result, suppressed, at);
    }
  }

  private int write(String sql, RoundResult result, int suppressed, Instant at) {
    return jdbc.sql(sql)
        .param("on", result.on())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("emails", result.emails())
        .param("reminders", result.reminders())
        .param("suppressed", suppressed)
        .update();
  }

  private static final String UPDATE =
      """
      update reminder_round
      set finished_at = :at, emails = emails + :emails, reminders = reminders + :reminders,
          suppressed = suppressed + :suppressed
      where on_date = :on
      """;

  private static final String INSERT =
      """
      insert into reminder_round (on_date, finished_at, emails, reminders, suppressed)
      values (:on, :at, :emails, :reminders, :suppressed)
      """;
}
