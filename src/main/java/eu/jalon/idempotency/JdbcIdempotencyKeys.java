package eu.jalon.idempotency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys under which people sent requests, each with the answer to its first request. */
@Repository
class JdbcIdempotencyKeys {

  private final JdbcClient jdbc;

  JdbcIdempotencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A key is a person's own: two people may use the same one. */
  record Key(String person, String value) {}

  /**
   * What was answered.
   *
   * @param request the SHA-256 of what was asked
   * @param location the header of that name
   */
  record Answer(
      String request, int status, @Nullable String location, @Nullable String type, String body) {}

  /** Claims a key; of two transactions the second waits for the first, and fails if it commits. */
  void add(Key key, Instant at) {
    jdbc.sql(
            """
            insert into idempotency_key (person, request_key, sent_at)
            values (:person, :key, :at)
            """)
        .param("person", key.person())
        .param("key", key.value())
        .param("at", utc(at))
        .update();
  }

  void answered(Key key, Answer answer) {
    jdbc.sql(
            """
            update idempotency_key
            set request_hash = :request, status = :status, location = :location,
                content_type = :type, body = :body
            where person = :person and request_key = :key
            """)
        .param("person", key.person())
        .param("key", key.value())
        .param("request", answer.request())
        .param("status", answer.status())
        .param("location", answer.location())
        .param("type", answer.type())
        .param("body", answer.body())
        .update();
  }

  Optional<Answer> find(Key key) {
    return jdbc.sql(
            """
            select request_hash, status, location, content_type, body
            from idempotency_key
            where person = :person and request_key = :key
            """)
        .param("person", key.person())
        .param("key", key.value())
        .query(
            (row, n) ->
                new Answer(
                    row.getString("request_hash"),
                    row.getInt("status"),
                    row.getString("location"),
                    row.getString("content_type"),
                    row.getString("body")))
        .optional();
  }

  /** Frees a key whose answer is not kept. */
  void drop(Key key) {
    jdbc.sql("delete from idempotency_key where person = :person and request_key = :key")
        .param("person", key.person())
        .param("key", key.value())
        .update();
  }

  /** A person's keys that are too old to be sent again. */
  void forget(String person, Instant before) {
    jdbc.sql("delete from idempotency_key where person = :person and sent_at < :before")
        .param("person", person)
        .param("before", utc(before))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
