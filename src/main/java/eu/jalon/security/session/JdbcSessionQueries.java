package eu.jalon.security.session;

import eu.jalon.shared.ExpiringRecords;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;

/** SQL on sessions besides that of Spring Session. */
@Repository
class JdbcSessionQueries implements ExpiringRecords {

  /** Parallel requests may add the same attribute, and one may end the session meanwhile. */
  private static final String POSTGRESQL_ATTRIBUTE =
      """
      insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
      select primary_id, added.name, added.bytes
      from (values (cast(? as char(36)), cast(? as varchar), cast(? as bytea))) added (id, name, bytes)
      join spring_session on primary_id = added.id
      on conflict (session_primary_id, attribute_name)
        do update set attribute_bytes = excluded.attribute_bytes
      """;

  private static final String H2_ATTRIBUTE =
      """
      merge into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
      key (session_primary_id, attribute_name) values (?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final DataSource database;

  JdbcSessionQueries(JdbcClient jdbc, DataSource database) {
    this.jdbc = jdbc;
    this.database = database;
  }

  String insertOrUpdateAttribute() {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(
              database, java.sql.DatabaseMetaData::getDatabaseProductName);
      return DatabaseDriver.fromProductName(product) == DatabaseDriver.H2
          ? H2_ATTRIBUTE
          : POSTGRESQL_ATTRIBUTE;
    } catch (MetaDataAccessException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  @Override
  public String kind() {
    return "sessions";
  }

  /** Deletes sessions that expired before an instant. */
  @Override
  public int deleteBefore(Instant limit, int batch) {
    return jdbc.sql(
            """
            delete from spring_session
            where primary_id in
              (select primary_id from spring_session where expiry_time < :limit limit :batch)
            """)
        .param("limit", ExpiringRecords.notAfterNow(limit).toEpochMilli())
        .param("batch", batch)
        .update();
  }
}
