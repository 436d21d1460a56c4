package eu.jalon.operation.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest release that has used the database. */
final class JdbcInstallation {

  private final DataSource database;
  private final JdbcClient jdbc;

  private JdbcInstallation(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  /** Uses the database of the migrations, which is there before any other bean. */
  static JdbcInstallation of(Flyway flyway) {
    return new JdbcInstallation(Objects.requireNonNull(flyway.getConfiguration().getDataSource()));
  }

  /** Empty before the first start. */
  Optional<String> release() {
    return exists()
        ? jdbc.sql("select newest_release from installation").query(String.class).optional()
        : Optional.empty();
  }

  void setRelease(String version) {
    jdbc.sql("update installation set newest_release = :version")
        .param("version", version)
        .update();
  }

  private boolean exists() {
    try (Connection connection = database.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(
                    connection.getCatalog(),
                    connection.getSchema(),
                    connection.getMetaData().storesUpperCaseIdentifiers()
                        ? "INSTALLATION"
                        : "installation",
                    null)) {
      return tables.next();
    } catch (SQLException unreachable) {
      throw new DataAccessResourceFailureException("The database does not answer", unreachable);
    }
  }
}
