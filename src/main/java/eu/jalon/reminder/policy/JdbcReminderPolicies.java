package eu.jalon.reminder.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores every reminder policy that was in force, and the last one that was rejected. */
@Repository
class JdbcReminderPolicies {

  private static final int LONGEST_REASON = 2000;

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
    return jdbc.sql("select source, reason, refused_at from reminder_policy_error where id = 1")
        .query(
            (row, n) -> {
              List<String> parts = Arrays.asList(row.getString("reason").split("\n", -1));
              return new PolicyInForce.Refused(
                  row.getString("source"),
                  parts.get(0),
                  parts.subList(1, parts.size()),
                  row.getObject("refused_at", OffsetDateTime.class).toInstant());
            })
        .optional();
  }

  void refused(PolicyInForce.Refused refusal) {
    accepted();
    String reason = refusal.key() + "\n" + String.join("\n", refusal.arguments());
    jdbc.sql(
            """
            insert into reminder_policy_error (id, source, reason, refused_at)
            values (1, :source, :reason, :at)
            """)
        .param("source", refusal.source())
        .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .param("at", refusal.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void accepted() {
    jdbc.sql("delete from reminder_policy_error where id = 1").update();
  }
}
