package eu.jalon.operation.standby;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The clock of the database, the instance that it belongs to, and the newest release that used it.
 */
@Repository
class JdbcStandby {

  private final JdbcClient jdbc;

  JdbcStandby(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Instant now() {
    return jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
  }

  Optional<String> instance() {
    return jdbc.sql("select instance from installation").query(String.class).optional();
  }

  Optional<String> newestRelease() {
    return jdbc.sql("select newest_release from installation").query(String.class).optional();
  }

  /** Sets the instance if there is none yet. */
  void claim(String instance) {
    jdbc.sql("update installation set instance = :instance where instance is null")
        .param("instance", instance)
        .update();
  }
}
