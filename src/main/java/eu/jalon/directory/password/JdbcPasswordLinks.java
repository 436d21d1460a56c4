package eu.jalon.directory.password;

import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores password links with the hashes of their tokens. */
@Repository
class JdbcPasswordLinks {

  private static final String SELECT =
      """
      select id, person_id, purpose, asked_at, asked_by, expires_at, used_at
      from password_link
      """;

  private final JdbcClient jdbc;

  JdbcPasswordLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts a link without a token and returns its id. */
  long add(
      PersonId person, PasswordLink.Purpose purpose, Instant askedAt, @Nullable PersonId askedBy) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into password_link (person_id, purpose, asked_at, asked_by)
            values (:person, :purpose, :at, :by)
            """)
        .param("person", person.value())
        .param("purpose", purpose.name())
        .param("at", utc(askedAt))
        .param("by", askedBy == null ? null : askedBy.value())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  Optional<PasswordLink> find(long id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(JdbcPasswordLinks::link)
        .optional();
  }

  Optional<PasswordLink> find(String tokenHash) {
    return jdbc.sql(SELECT + "where token_hash = :hash")
        .param("hash", tokenHash)
        .query(JdbcPasswordLinks::link)
        .optional();
  }

  /** Returns the person's latest link. */
  Optional<PasswordLink> latest(PersonId person) {
    return jdbc.sql(SELECT + "where person_id = :person order by id desc fetch first 1 rows only")
        .param("person", person.value())
        .query(JdbcPasswordLinks::link)
        .optional();
  }

  int countSince(PersonId person, Instant since) {
    return jdbc.sql(
            "select count(*) from password_link where person_id = :person and asked_at > :since")
        .param("person", person.value())
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  /** Stores the token of an unused link; replaces an earlier token. */
  boolean setToken(long id, String tokenHash, Instant expiresAt) {
    return jdbc.sql(
                """
                update password_link set token_hash = :hash, expires_at = :expires
                where id = :id and used_at is null
                """)
            .param("hash", tokenHash)
            .param("expires", utc(expiresAt))
            .param("id", id)
            .update()
        == 1;
  }

  /** Marks a link as used; false if it was used already. */
  boolean use(long id, Instant at) {
    return jdbc.sql("update password_link set used_at = :at where id = :id and used_at is null")
            .param("at", utc(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** Marks all links of a person as used. */
  void useAll(PersonId person, Instant at) {
    jdbc.sql(
            """
            update password_link set used_at = :at where person_id = :person and used_at is null
            """)
        .param("at", utc(at))
        .param("person", person.value())
        .update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from password_link where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void deleteBefore(PersonId person, Instant before) {
    jdbc.sql("delete from password_link where person_id = :person and asked_at < :before")
        .param("person", person.value())
        .param("before", utc(before))
        .update();
  }

  private static PasswordLink link(ResultSet row, int n) throws SQLException {
    String by = row.getString("asked_by");
    return new PasswordLink(
        row.getLong("id"),
        new PersonId(row.getString("person_id")),
        PasswordLink.Purpose.valueOf(row.getString("purpose")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        by == null ? null : new PersonId(by),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        instant(row.getObject("used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
