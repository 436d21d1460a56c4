package eu.jalon.operation.release;

import eu.jalon.shared.SettingCheck;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Connects to the database and compares its release, without migrating it. */
class DatabaseCheck implements SettingCheck {

  private final DataSource database;
  private final Flyway flyway;
  private final ReleaseCheck release;

  DatabaseCheck(DataSource database, Flyway flyway, ObjectProvider<BuildProperties> build) {
    this.database = database;
    this.flyway = flyway;
    this.release = new ReleaseCheck(build);
  }

  @Override
  public String check() {
    try {
      String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseCheck::product);
      release.check(flyway, JdbcInstallation.of(flyway));
      return "spring.datasource.url: %s answers, %d migrations are to be applied"
          .formatted(product, flyway.info().pending().length);
    } catch (MetaDataAccessException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private static String product(DatabaseMetaData data) throws SQLException {
    Connection connection = data.getConnection();
    return "%s %s (%s)"
        .formatted(
            data.getDatabaseProductName(),
            data.getDatabaseProductVersion(),
            connection.getSchema());
  }
}
