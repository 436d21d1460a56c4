package eu.jalon.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.ChildApplication;
import eu.jalon.DemoOnPostgres;
import eu.jalon.PostgresServer;
import eu.jalon.security.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL: this JVM, and another one that is killed. */
@DemoOnPostgres
@ExtendWith(OutputCaptureExtension.class)
class TwoNodesTest {

  private static final String PASSWORD = "jalon-demo";
  private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

  @LocalServerPort private int port;

  @Value("${spring.datasource.url}")
  private String database;

  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  @Test
  void operator14_nodesShareSessionsAndTheLimitOnWrongPasswords() throws Exception {
    try (ChildApplication other = otherNode()) {
      Visitor there = new Visitor(other.address().toString());
      there.signIn("be-fin", PASSWORD);
      Visitor here = visitor().withSession(there.session());
      assertThat(here.get("/access").statusCode()).isEqualTo(200);
      assertThat(here.get(TASKS).statusCode()).as("Tasklist").isEqualTo(200);

      // A form of one node is sent to the other, and its answer is shown by the first.
      String token = Visitor.token(there.get("/emails/settings").body());
      HttpResponse<String> refused =
          here.post("/emails/settings", Map.of("hour", "99", "substitute", ""), token);
      assertThat(refused.statusCode()).isEqualTo(302);
      assertThat(there.get("/emails/settings").body()).contains("role=\"alert\"", "99");

      Visitor ended = visitor();
      ended.signIn("fr-eco", PASSWORD);
      Visitor endedThere = new Visitor(other.address().toString()).withSession(ended.session());
      assertThat(endedThere.get("/access").statusCode()).isEqualTo(200);
      ended.post("/access", "/logout", Map.of());
      assertThat(endedThere.get("/access").statusCode()).as("signed out").isEqualTo(302);

      for (int i = 0; i < 5; i++) {
        new Visitor(other.address().toString()).signIn("fr-arm", "wrong");
      }
      Visitor guesser = visitor();
      assertThat(guesser.location(guesser.signIn("fr-arm", "wrong"))).endsWith("?throttled");

      other.kill();

      assertThat(here.get("/access").statusCode()).as("its node was killed").isEqualTo(200);
      assertThat(here.get(TASKS).statusCode()).as("Tasklist").isEqualTo(200);
    } finally {
      jdbc.sql("delete from sign_in_counter").update();
    }
  }

  @Test
  void operator6_aPageSaysThatTheDatabaseIsAwayAndItsUserStaysSignedIn(CapturedOutput log)
      throws Exception {
    Visitor user = visitor();
    user.signIn("be-fin", PASSWORD);
    String name = jdbc.sql("select current_database()").query(String.class).single();

    HttpResponse<String> away;
    try (Connection admin = DriverManager.getConnection(PostgresServer.newDatabase());
        Statement statement = admin.createStatement()) {
      statement.execute("alter database " + name + " allow_connections false");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      try {
        away = user.get("/commitments");
      } finally {
        statement.execute("alter database " + name + " allow_connections true");
      }
    }

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("<html", "base de données");
    String id = away.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(away.body()).as("the id of the request on the page").contains(id);
    assertThat(log).contains("[" + id + "] ");
    assertThat(onceTheDatabaseIsBack(user).statusCode()).isEqualTo(200);
  }

  /** A connection of the pool that was cut is noticed by the first statement on it. */
  private static HttpResponse<String> onceTheDatabaseIsBack(Visitor user) {
    Instant latest = Instant.now().plusSeconds(20);
    HttpResponse<String> answer = user.get("/access");
    while (answer.statusCode() == 503 && Instant.now().isBefore(latest)) {
      answer = user.get("/access");
    }
    return answer;
  }

  private ChildApplication otherNode() throws Exception {
    return ChildApplication.startOnPostgres(
        "eu.jalon.JalonApplication",
        "/login",
        database,
        folder.resolve("node.log"),
        "--spring.profiles.active=demo",
        "--jalon.schedule.enabled=false",
        "--jalon.clock.start=2027-03-01T07:05",
        "--spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
            + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port);
  }
}
