package eu.jalon.security.login;

import eu.jalon.shared.ExpiringRecords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counters of {@link LoginThrottle}, shared by all nodes. */
@Repository
class JdbcSignInCounters implements ExpiringRecords {

  /**
   * A counter as it was read.
   *
   * @param counted what is counted, hashed by {@link #hash}
   * @param version 0 if it is not stored yet
   */
  record Counter(
      String counted,
      int failures,
      Instant waitsUntil,
      boolean reported,
      Instant expiresAt,
      int version) {

    static Counter none(String counted) {
      return new Counter(counted, 0, Instant.EPOCH, false, Instant.EPOCH, 0);
    }

    /** The same counter with nothing counted, once it has expired. */
    Counter at(Instant now) {
      return version > 0 && !now.isBefore(expiresAt)
          ? new Counter(counted, 0, Instant.EPOCH, false, Instant.EPOCH, version)
          : this;
    }
  }

  private final JdbcClient jdbc;

  JdbcSignInCounters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hashes what is counted, because a name may be a password typed into the wrong field. */
  static String hash(String counted) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(counted.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the stored counters. */
  Map<String, Counter> find(List<String> counted) {
    return jdbc
        .sql(
            """
            select counted, failures, waits_until, reported, expires_at, version
            from sign_in_counter
            where counted in (:counted)
            """)
        .param("counted", counted)
        .query(
            (row, n) ->
                new Counter(
                    row.getString("counted"),
                    row.getInt("failures"),
                    row.getObject("waits_until", OffsetDateTime.class).toInstant(),
                    row.getBoolean("reported"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getInt("version")))
        .list()
        .stream()
        .collect(Collectors.toMap(Counter::counted, Function.identity()));
  }

  /** Stores a counter; false if another node or thread changed it since it was read. */
  boolean store(Counter counter) {
    String sql =
        counter.version() == 0
            ? """
            insert into sign_in_counter
              (counted, failures, waits_until, reported, expires_at, version)
            values (:counted, :failures, :waitsUntil, :reported, :expiresAt, 1)
            """
            : """
            update sign_in_counter
            set failures = :failures, waits_until = :waitsUntil, reported = :reported,
              expires_at = :expiresAt, version = version + 1
            where counted = :counted and version = :version
            """;
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("counted", counter.counted())
            .param("failures", counter.failures())
            .param("waitsUntil", utc(counter.waitsUntil()))
            .param("reported", counter.reported())
            .param("expiresAt", utc(counter.expiresAt()));
    try {
      return (counter.version() == 0 ? statement : statement.param("version", counter.version()))
              .update()
          == 1;
    } catch (DuplicateKeyException stored) {
      return false;
    }
  }

  void delete(String counted) {
    jdbc.sql("delete from sign_in_counter where counted = :counted")
        .param("counted", counted)
        .update();
  }

  @Override
  public String kind() {
    return "sign-ins";
  }

  /** Deletes counters that expired before an instant. */
  @Override
  public int deleteBefore(Instant limit, int batch) {
    return jdbc.sql(
            """
            delete from sign_in_counter
            where counted in
              (select counted from sign_in_counter where expires_at < :limit limit :batch)
            """)
        .param("limit", utc(ExpiringRecords.notAfterNow(limit)))
        .param("batch", batch)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
