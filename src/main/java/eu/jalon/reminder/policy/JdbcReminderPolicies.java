package eu.jalon.reminder.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores every reminder policy that was in force, and the last one that was rejected. */
@Repository
class JdbcReminderPolicies {

  private static final int LONGEST_ARGUMENT = 2000;

  /** A stored policy, without its DMN text. */
  record Stored(long id, String sha256, String source, Instant since) {}

  private final JdbcClient jdbc;

  JdbcReminderPolicies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Stored> latest() {
    return jdbc.sql(
            """
            select id, sha256, source, in_force_since from reminder_policy
            order by id desc
            limit 1
            """)
        .query(
            (row, n) ->
                new Stored(
                    row.getLong("id"),
                    row.getString("sha256"),
                    row.getString("source"),
                    row.getObject("in_force_since", OffsetDateTime.class).toInstant()))
        .optional();
  }

  String text(long id) {
    return jdbc.sql("select dmn from reminder_policy where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void put(String sha256, String source, String dmn, Instant since) {
    jdbc.sql(
            """
            insert into reminder_policy (sha256, source, dmn, in_force_since)
            values (:sha256, :source, :dmn, :since)
            """)
        .param("sha256", sha256)
        .param("source", source)
        .param("dmn", dmn)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PolicyInForce.Refused> refusal() {
    return jdbc.sql(
            """
            select source, message_key, arguments, refused_at
            from reminder_policy_error
            where id = 1
            """)
        .query(
            (row, n) ->
                new PolicyInForce.Refused(
                    row.getString("source"),
                    row.getString("message_key"),
                    Arrays.stream((Object[]) row.getArray("arguments").getArray())
                        .map(String::valueOf)
                        .toList(),
                    row.getObject("refused_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void refused(PolicyInForce.Refused refusal) {
    accepted();
    jdbc.sql(
            """
            insert into reminder_policy_error (id, source, message_key, arguments, refused_at)
            values (1, :source, :key, :arguments, :at)
            """)
        .param("source", refusal.source())
        .param("key", refusal.key())
        .param(
            "arguments",
            refusal.arguments().stream()
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_ARGUMENT)))
                .toArray(String[]::new))
        .param("at", refusal.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void accepted() {
    jdbc.sql("delete from reminder_policy_error where id = 1").update();
  }
}
