package eu.jalon.operation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import eu.jalon.ChildApplication;
import eu.jalon.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a start that is refused after the server was prepared. */
@Tag("integration")
@Tag("isolated")
class RefusedStartTest {

  @TempDir Path folder;

  @Test
  void operator10_aRefusedReleaseIsLoggedWithoutTraces() throws Exception {
    Path database = folder.resolve("db");
    String url = "jdbc:h2:file:" + database;
    TestDatabase.migrate(url, "h2");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create user jalon password '' admin");
      statement.execute("update installation set newest_release = '999.0.0'");
    }

    assertThatException()
        .isThrownBy(() -> ChildApplication.start("eu.jalon.JalonApplication", "/login", database));

    assertThat(Path.of(database + ".log"))
        .content()
        .contains("APPLICATION FAILED TO START", "release 999.0.0")
        .doesNotContain("TomcatStarter", "WebappClassLoader", "java.base");
  }
}
