package eu.jalon.benchmark;

import eu.jalon.CountedStatements;
import eu.jalon.JalonApplication;
import eu.jalon.PostgresServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application on PostgreSQL with many open items and many people to remind of them. */
final class ManyItemsApplication {

  /** A Tuesday that is a working day in both parties, an hour before the round. */
  static final String NOW = "2027-03-02T06:00";

  private ManyItemsApplication() {}

  static ConfigurableApplicationContext application(String... more) {
    return SpringApplication.run(JalonApplication.class, arguments(more));
  }

  /** The same, with its statements counted. */
  static ConfigurableApplicationContext counted() {
    return CountedStatements.in(new SpringApplication(JalonApplication.class)).run(arguments());
  }

  private static String[] arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=demo",
                "--jalon.demo.example-series=false",
                "--server.port=0",
                "--jalon.schedule.enabled=false",
                "--jalon.clock.start=" + NOW,
                "--jalon.mail.folder=target/bench/mail",
                "--spring.datasource.url=" + PostgresServer.newDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
                    + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "--spring.quartz.properties.org.quartz.threadPool.threadCount=10",
                "--camunda.bpm.job-execution.max-jobs-per-acquisition=50"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  /** Themes of nine thousand commitments each, the most that a reference can tell apart. */
  private static final int COMMITMENTS = 90_000;

  /**
   * Puts people and items into the register, each person with as many items as the others. Nothing
   * else is left to remind of: neither items nor changes of the sample register.
   */
  static void fill(JdbcClient jdbc, int items, int people) {
    for (String statement : STATEMENTS) {
      jdbc.sql(
              statement
                  .replace(":commitments", String.valueOf(Math.min(items / 2, COMMITMENTS)))
                  .replace(":items", String.valueOf(items))
                  .replace(":people", String.valueOf(people)))
          .update();
    }
  }

  private static final List<String> STATEMENTS =
      List.of(
          "update action_item set status = 'DROPPED', closed_at = now() where status = 'OPEN'",
          "delete from commitment_change",
          """
          insert into person (id, name, email, language, role, ministry)
          select 'reader-' || n, '{"fr":"Point de contact ' || n || '"}', 'reader-' || n || '@example.org',
                 case n % 2 when 0 then 'fr' else 'nl' end, 'FOCAL_POINT',
                 case n % 2 when 0 then 'FR-INT' else 'BE-IBZ' end
          from generate_series(0, :people - 1) n
          """,
          """
          insert into theme (meeting_id, number, title)
          select 'VD2018', 90 + n, '{"fr":"Thème ' || n || '","nl":"Thema ' || n || '"}' from generate_series(0, 9) n
          """,
          """
          insert into commitment
            (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, status, entered_at, entered_by)
          select 'VD2018-' || (90 + n / 9000) || '.' || lpad((n % 9000 + 1)::text, greatest(2, length((n % 9000 + 1)::text)), '0'), 'VD2018',
                 90 + n / 9000, n % 9000 + 1, '{"fr":"Tenir la réunion numéro ' || n || '","nl":"Vergadering nummer ' || n || ' houden"}',
                 'OPERATIONAL_CAPABILITY', 'BE', 'S-30', 'IN_PROGRESS', now(), 'coord-be'
          from generate_series(0, :commitments - 1) n
          """,
          """
          insert into commitment_lead (ref, party, ministry)
          select c.ref, split_part(lead, '-', 1), lead
          from commitment c, unnest(array['BE-IBZ', 'FR-INT']) lead
          where c.meeting_id = 'VD2018' and c.theme >= 90
          """,
          """
          insert into action_item
            (meeting_id, theme, id, ref, step, ministry, due_on, on_time_until, due_offset, assignee,
             status, created_at)
          select 'VD2018', 90 + c / 9000, 'bench-' || n,
                 'VD2018-' || (90 + c / 9000) || '.' || lpad((c % 9000 + 1)::text, greatest(2, length((c % 9000 + 1)::text)), '0'),
                 'finalEvaluation', case n % 2 when 0 then 'FR-INT' else 'BE-IBZ' end,
                 date '2027-03-02' + (n / 7 % 14) - 4, date '2027-03-02' + (n / 7 % 14) - 4, '0',
                 'reader-' || (n % :people), 'OPEN', now()
          from (select n, n / 2 % :commitments as c from generate_series(0, :items - 1) n) n
          """,
          "analyze");

  /** Forgets what was planned, so that the next round plans it all again. */
  static void forget(JdbcClient jdbc) {
    for (String table : List.of("reminder", "email_commitment", "email", "reminder_round")) {
      jdbc.sql("truncate table " + table + " cascade").update();
    }
  }
}
