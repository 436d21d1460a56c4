package eu.jalon.audit;

import eu.jalon.shared.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class JdbcAudit {

  private static final String SELECT =
      "select id, at, person, address, kind, what, about, outcome from audit_entry ";

  private static final String WITHIN =
      "where at >= :from and at < :until and (cast(:kind as varchar(30)) is null or kind = :kind) ";

  private final JdbcClient jdbc;

  JdbcAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts an entry in a new transaction, independent of the caller's. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void insert(AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (at, person, address, kind, what, about, outcome)
            values (:at, :person, :address, :kind, :what, :about, :outcome)
            """)
        .param("at", utc(entry.at()))
        .param("person", entry.person())
        .param("address", entry.address())
        .param("kind", entry.kind().name())
        .param("what", entry.what())
        .param("about", entry.about())
        .param("outcome", entry.outcome())
        .update();
  }

  long lastAct() {
    return jdbc.sql("select id from audit_entry where kind = 'ACT' order by id desc limit 1")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  List<AuditEntry> page(
      Instant from, Instant until, @Nullable AuditKind kind, Page.Request request) {
    return within(
            SELECT + WITHIN + "order by at desc, id desc limit :size offset :offset",
            from,
            until,
            kind)
        .param("size", request.size())
        .param("offset", request.offset())
        .query(JdbcAudit::entry)
        .list();
  }

  long count(Instant from, Instant until, @Nullable AuditKind kind) {
    return within("select count(*) from audit_entry " + WITHIN, from, until, kind)
        .query(Long.class)
        .single();
  }

  /** Returns the entries after a position, ordered by time and id (keyset pagination). */
  List<AuditEntry> after(Instant at, long id, Instant until, int size) {
    return jdbc.sql(
            SELECT
                + """
                where (at > :at or (at = :at and id > :id)) and at < :until
                order by at, id
                limit :size
                """)
        .param("at", utc(at))
        .param("id", id)
        .param("until", utc(until))
        .param("size", size)
        .query(JdbcAudit::entry)
        .list();
  }

  private JdbcClient.StatementSpec within(
      String sql, Instant from, Instant until, @Nullable AuditKind kind) {
    return jdbc.sql(sql)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static AuditEntry entry(ResultSet row, int n) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("person"),
        row.getString("address"),
        AuditKind.valueOf(row.getString("kind")),
        row.getString("what"),
        row.getString("about"),
        row.getString("outcome"));
  }
}
