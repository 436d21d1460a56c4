package eu.jalon.application;

import eu.jalon.DemoOnH2;
import eu.jalon.SessionClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hostile input against the whole application; the numbers are those of the list of such inputs.
 * All subclasses share one running application: what a test changes, no other test looks at.
 */
@DemoOnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HardeningTest {

  static final String ENGINE = "/camunda/api/engine/engine/default";
  static final String REF = "VD2023-2.06";
  static final String PROBE =
      "${7*7} #{7*7} *{7*7} __${7*7}__:: [[${7*7}]] {{7*7}} {{constructor.constructor('x')()}}"
          + " th:text <script>alert(7)</script> <img src=x onerror=alert(7)>";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private final Map<String, SessionClient> visitors = new HashMap<>();

  /** A session of that account, opened once for the class. */
  final SessionClient as(String who) {
    return visitors.computeIfAbsent(who, each -> SessionClient.signedIn(port, each));
  }

  final int port() {
    return port;
  }

  final JdbcClient jdbc() {
    return jdbc;
  }

  final long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  final String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** The id of an open action item of a ministry. */
  final String item(String ref, String ministry) {
    return jdbc.sql(
            "select id from action_item where ref = :ref and ministry = :ministry"
                + " and status = 'OPEN' order by created_at fetch first 1 rows only")
        .param("ref", ref)
        .param("ministry", ministry)
        .query(String.class)
        .single();
  }

  /** The number of rows of each table that an act could have changed. */
  final String rows() {
    StringBuilder rows = new StringBuilder();
    for (String table :
        new String[] {
          "commitment",
          "commitment_change",
          "commitment_request",
          "action_item",
          "progress_report",
          "declaration",
          "email",
          "absence",
          "reminder_pause",
          "ACT_RU_TASK",
          "ACT_RU_VARIABLE",
          "ACT_RU_EXECUTION",
          "ACT_RU_FILTER",
          "ACT_RE_DEPLOYMENT",
          "ACT_HI_COMMENT",
          "ACT_HI_ATTACHMENT",
          "ACT_RU_IDENTITYLINK",
          "ACT_RU_AUTHORIZATION"
        }) {
      rows.append(table).append('=').append(count("select count(*) from " + table)).append(' ');
    }
    return rows.append(text("select cast(sum(REV_) as varchar) from ACT_RU_TASK")).toString();
  }
}
