package eu.jalon.whole;

import eu.jalon.rights.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the numbered lines of hostile input are written with. */
interface HardenedApplication {

  String ENGINE = "/camunda/api/engine/engine/default";
  String REF = "VD2023-2.06";
  String PROBE =
      "${7*7} #{7*7} *{7*7} __${7*7}__:: [[${7*7}]] {{7*7}} {{constructor.constructor('x')()}}"
          + " th:text <script>alert(7)</script> <img src=x onerror=alert(7)>";

  /** A session of that person, opened once. */
  Visitor as(String who);

  int port();

  JdbcClient jdbc();

  default long count(String sql) {
    return jdbc().sql(sql).query(Long.class).single();
  }

  default String text(String sql) {
    return jdbc().sql(sql).query(String.class).single();
  }

  /** An open item of a commitment that a ministry has. */
  default String item(String ref, String ministry) {
    return jdbc()
        .sql(
            "select id from action_item where ref = :ref and ministry = :ministry"
                + " and status = 'OPEN' order by created_at fetch first 1 rows only")
        .param("ref", ref)
        .param("ministry", ministry)
        .query(String.class)
        .single();
  }

  /** All that an act could have changed, in one number each. */
  default String rows() {
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
