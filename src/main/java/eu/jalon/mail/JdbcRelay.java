package eu.jalon.mail;

import eu.jalon.mail.message.HeaderText;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the state of the relay, shared by all nodes: rate limit and circuit breaker. All times are
 * those of the database's clock; all methods run in the caller's transaction.
 */
@Repository
public class JdbcRelay {

  private static final int MAX_REASON = 1000;

  private final JdbcClient jdbc;

  JdbcRelay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public RelayState state() {
    return jdbc.sql(
            """
            select failures, failing_since, reason,
                   case when closed_until > current_timestamp then 1 else 0 end as closed
            from mail_relay
            where id = 1
            """)
        .query(
            (row, n) -> {
              OffsetDateTime since = row.getObject("failing_since", OffsetDateTime.class);
              return new RelayState(
                  row.getInt("failures"),
                  since == null ? null : since.toInstant(),
                  row.getInt("closed") == 1,
                  row.getString("reason"));
            })
        .single();
  }

  /** Whether the relay has not answered for longer than a time, by the database's clock. */
  boolean failsLongerThan(Duration time) {
    return jdbc.sql(
                """
                select count(*)
                from mail_relay
                where id = 1
                  and failing_since
                    < current_timestamp - cast(:seconds as integer) * interval '1' second
                """)
            .param("seconds", time.toSeconds())
            .query(Integer.class)
            .single()
        > 0;
  }

  String changeToken() {
    return jdbc.sql(
            """
            select minute_from, handed, failures,
                   (select max(queued_at) from email) as queued,
                   (select count(*) from undeliverable_address) as refusals
            from mail_relay
            where id = 1
            """)
        .query(
            (row, n) ->
                "%s-%d-%d-%s-%d"
                    .formatted(
                        row.getString("minute_from"),
                        row.getInt("handed"),
                        row.getInt("failures"),
                        row.getString("queued"),
                        row.getLong("refusals")))
        .single()
        .replaceAll("[^0-9-]", "");
  }

  /** The number of e-mails that may still be sent in this minute; locks the row. */
  public int remainingInMinute(int perMinute) {
    jdbc.sql(
            """
            update mail_relay
            set handed = case when minute_from < current_timestamp - interval '1' minute
                              then 0 else handed end,
                minute_from = case when minute_from < current_timestamp - interval '1' minute
                                   then current_timestamp else minute_from end
            where id = 1
            """)
        .update();
    int handed =
        jdbc.sql("select handed from mail_relay where id = 1").query(Integer.class).single();
    return Math.max(0, perMinute - handed);
  }

  public void countSent(int emails) {
    jdbc.sql("update mail_relay set handed = handed + :emails where id = 1")
        .param("emails", emails)
        .update();
  }

  /** Opens the circuit breaker, longer with each failure in a row; returns their number. */
  public int recordFailure(String reason) {
    int failures =
        1
            + jdbc.sql("select failures from mail_relay where id = 1 for update")
                .query(Integer.class)
                .single();
    jdbc.sql(
            """
            update mail_relay
            set failures = :failures, reason = :reason,
                failing_since = coalesce(failing_since, current_timestamp),
                closed_until = current_timestamp + cast(:seconds as integer) * interval '1' second
            where id = 1
            """)
        .param("failures", failures)
        .param("reason", EmailRows.bounded(HeaderText.of(reason), MAX_REASON))
        .param("seconds", RelayState.pause(failures).toSeconds())
        .update();
    return failures;
  }

  public void recordSuccess() {
    jdbc.sql(
            """
            update mail_relay
            set failures = 0, failing_since = null, closed_until = null, reason = null
            where id = 1
            """)
        .update();
  }
}
