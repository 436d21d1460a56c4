package eu.jalon.reminder.calendar;

import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the hash of the secret of each person's calendar address. */
@Repository
class JdbcCalendarFeeds {

  private final JdbcClient jdbc;

  JdbcCalendarFeeds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PersonId> owner(String hash) {
    return jdbc.sql("select person_id from calendar_feed where token_hash = :hash")
        .param("hash", hash)
        .query((row, n) -> new PersonId(row.getString("person_id")))
        .optional();
  }

  Optional<Instant> createdAt(PersonId person) {
    return jdbc.sql("select created_at from calendar_feed where person_id = :person")
        .param("person", person.value())
        .query((row, n) -> row.getObject("created_at", java.time.OffsetDateTime.class).toInstant())
        .optional();
  }

  void insert(PersonId person, String hash, Instant at) {
    jdbc.sql(
            """
            insert into calendar_feed (person_id, token_hash, created_at)
            values (:person, :hash, :at)
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  int delete(PersonId person) {
    return jdbc.sql("delete from calendar_feed where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
