package eu.jalon.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Emails that were sent again, as rows linked to the first. */
@Repository
class JdbcResends {

  /** One a day: more than anybody sends of the same email. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final JdbcEmails emails;

  JdbcResends(JdbcClient jdbc, JdbcEmails emails) {
    this.jdbc = jdbc;
    this.emails = emails;
  }

  /** Lets nobody else send the email again until the transaction ends. */
  void lock(UUID first) {
    jdbc.sql("select id from email where id = :id for update")
        .param("id", first)
        .query(UUID.class)
        .single();
  }

  /** An email and all that sent it again, in the order in which they were queued. */
  List<Email> all(UUID first) {
    return emails.emails(
        EmailRows.SELECT
            + """
            where l.id = :first or l.resend_of = :first
            order by case when l.resend_of is null then 0 else 1 end, l.queued_at, l.id
            limit :most
            """,
        Map.of("first", first, "most", MOST));
  }

  /** Closes an email whose answer was lost; false where a dispatcher has taken it again. */
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
