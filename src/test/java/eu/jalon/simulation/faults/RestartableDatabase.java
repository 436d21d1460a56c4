package eu.jalon.simulation.faults;

import eu.jalon.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the run's own, that can be stopped and started again on the same files. */
final class RestartableDatabase implements AutoCloseable {

  private static final String NAME = "faults";

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  RestartableDatabase(Path folder) throws IOException, SQLException {
    this.folder = folder;
    server = start(0);
    port = server.getPort();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + NAME);
    }
    TestDatabase.migrate(url(), "postgresql");
  }

  String url() {
    return server.getJdbcUrl("postgres", NAME);
  }

  /** Stops the server without waiting for anybody. */
  void stop() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts it again on the same files and port. */
  void start() {
    try {
      server = start(port);
    } catch (IOException failed) {
      throw new UncheckedIOException("PostgreSQL did not come back", failed);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** What was committed is to survive, as on a real server. */
  private EmbeddedPostgres start(int at) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on")
        .setPort(at)
        .start();
  }
}
