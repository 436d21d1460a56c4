package eu.jalon.idempotency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores idempotency keys, each with the response to its first request. */
@Repository
class JdbcIdempotencyKeys {

  private final JdbcClient jdbc;

  JdbcIdempotencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A key of one user; different users can use the same value. */
  record Key(String person, String value) {}

  /**
   * A stored response.
   *
   * @param request the SHA-256 hash of the request
   * @param location the header {@code Location}
   */
  record StoredResponse(
      String request, int status, @Nullable String location, @Nullable String type, String body) {}

  /**
   * Inserts a key; a concurrent transaction with the same key waits, and fails if this one commits.
   */
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

  void storeResponse(Key key, StoredResponse response) {
    jdbc.sql(
            """
            update idempotency_key
            set request_hash = :request, status = :status, location = :location,
                content_type = :type, body = :body
            where person = :person and request_key = :key
            """)
        .param("person", key.person())
        .param("key", key.value())
        .param("request", response.request())
        .param("status", response.status())
        .param("location", response.location())
        .param("type", response.type())
        .param("body", response.body())
        .update();
  }

  Optional<StoredResponse> find(Key key) {
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
                new StoredResponse(
                    row.getString("request_hash"),
                    row.getInt("status"),
                    row.getString("location"),
                    row.getString("content_type"),
                    row.getString("body")))
        .optional();
  }

  /** Deletes a key whose response is not stored. */
  void delete(Key key) {
    jdbc.sql("delete from idempotency_key where person = :person and request_key = :key")
        .param("person", key.person())
        .param("key", key.value())
        .update();
  }

  /** Deletes the expired keys of a user. */
  void deleteOlder(String person, Instant before) {
    jdbc.sql("delete from idempotency_key where person = :person and sent_at < :before")
        .param("person", person)
        .param("before", utc(before))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
