package eu.jalon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The databases Jalon runs on; each repository test runs on both. */
public enum TestDatabase {
  H2 {
    @Override
    String newDatabase() {
      return H2Template.copy();
    }
  },
  POSTGRESQL {
    @Override
    String newDatabase() {
      return PostgresTemplate.copy();
    }
  };

  abstract String newDatabase();

  /** A fresh, migrated database of its own; to be closed after the test. */
  public Opened open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(newDatabase());
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(0);
    return new Opened(new HikariDataSource(config));
  }

  /** A database in use by one test. */
  public record Opened(HikariDataSource pool) implements AutoCloseable {

    public DataSource dataSource() {
      return pool;
    }

    public JdbcClient jdbc() {
      return JdbcClient.create(pool);
    }

    public NamedParameterJdbcTemplate batches() {
      return new NamedParameterJdbcTemplate(pool);
    }

    public TransactionTemplate transactions() {
      return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** A database of H2 ends with it, which else keeps its memory until the end of the JVM. */
    @Override
    public void close() {
      if (!pool.isClosed() && pool.getJdbcUrl().startsWith("jdbc:h2:mem:")) {
        jdbc().sql("shutdown").update();
      }
      pool.close();
    }
  }

  public static void migrate(String url, String vendor) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
        .load()
        .migrate();
  }

  /** Migrated once per JVM: H2 runs what they made in half of their time. */
  private static final class H2Template {

    private static final String SCRIPT = "memFS:template.sql";

    static {
      String url = "jdbc:h2:mem:template";
      try (Connection open = DriverManager.getConnection(url)) {
        migrate(url, "h2");
        execute(open, "script nosettings to '" + SCRIPT + "'");
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    static String copy() {
      String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
      try (Connection open = DriverManager.getConnection(url)) {
        execute(open, "runscript from '" + SCRIPT + "'");
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
      return url;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Migrated once per JVM; a copy takes a fraction of a second. */
  private static final class PostgresTemplate {

    private static final String URL = PostgresServer.newDatabase();
    private static final String NAME = URL.replaceAll("^.*/([^/?]+)(\\?.*)?$", "$1");

    static {
      migrate(URL, "postgresql");
    }

    static synchronized String copy() {
      String name = "c" + UUID.randomUUID().toString().replace("-", "");
      try (Connection admin = DriverManager.getConnection(URL.replace(NAME, "postgres"));
          Statement statement = admin.createStatement()) {
        statement.execute("create database " + name + " template " + NAME);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
      return URL.replace(NAME, name);
    }
  }
}
