package eu.jalon.pages.people;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that administrators, and no others, see the faults on their home page. */
@DemoOnH2
class FaultPageTest {

  private static final String SENTENCE = "L’horloge d’un nœud est fausse";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void operator7_administratorsSeeFaultsOnTheirHomePage() {
    SessionClient administrator = SessionClient.signedIn(port, "admin");
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    assertThat(administrator.get("/people").body()).doesNotContain(SENTENCE);

    jdbc.sql(
            """
            insert into alarm (kind, subject, since, seen_at)
            values ('CLOCK', '', current_timestamp, current_timestamp)
            """)
        .update();
    try {
      assertThat(administrator.get("/people").body()).contains(SENTENCE);
      assertThat(coordinator.get("/people").body()).doesNotContain(SENTENCE);
    } finally {
      jdbc.sql("delete from alarm").update();
    }
  }
}
