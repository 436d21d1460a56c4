package eu.jalon.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores resends, which are e-mails linked to the original. */
@Repository
class JdbcResends {

  /** A safety limit; there is at most one resend a day. */
  private static final int MAX = 200;

  private final JdbcClient jdbc;
  private final JdbcEmails emails;

  JdbcResends(JdbcClient jdbc, JdbcEmails emails) {
    this.jdbc = jdbc;
    this.emails = emails;
  }

  /** Locks the original until the transaction ends. */
  void lock(UUID original) {
    jdbc.sql("select id from email where id = :id for update")
        .param("id", original)
        .query(UUID.class)
        .single();
  }

  /** The original and its resends, in the order in which they were queued. */
  List<Email> all(UUID original) {
    return emails.emails(
        EmailRows.SELECT
            + """
            where l.id = :original or l.resend_of = :original
            order by case when l.resend_of is null then 0 else 1 end, l.queued_at, l.id
            limit :max
            """,
        Map.of("original", original, "max", MAX));
  }

  /** Closes an e-mail in the state UNKNOWN; false if a dispatcher has claimed it. */
  boolean supersede(UUID id, Instant at) {
    return jdbc.sql(
                """
                update email
                set status = 'SUPERSEDED', closed_at = :at, lease_owner = null, lease_until = null
                where id = :id and status = 'UNKNOWN'
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }
}
