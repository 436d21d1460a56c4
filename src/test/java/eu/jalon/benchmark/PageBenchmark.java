package eu.jalon.benchmark;

import eu.jalon.CountedStatements;
import eu.jalon.SessionClient;
import eu.jalon.reminder.round.ReminderRound;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The coordinators' pages on a large register, asked over the loopback by a user who is signed in,
 * each against the one statement that yields what it is about; in turns, within one run.
 */
final class PageBenchmark {

  private static final int PEOPLE = 2000;
  private static final int WARM_UP = 20;
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 2);

  /** One page, and the statement that it is measured by. */
  private record Asked(String what, String path, String sql) {}

  /** What was measured of one page, in milliseconds. */
  private record Measured(long statements, List<Double> request, List<Double> sql) {

    Measured() {
      this(0, new ArrayList<>(), new ArrayList<>());
    }
  }

  private PageBenchmark() {}

  /** The table of the pages. */
  static String measure(int commitments, int rounds) {
    return measure(commitments, rounds, () -> {});
  }

  /**
   * The same, with Redmine beside it: its overdue list in turns with our pages, and its e-mails.
   */
  static String measureBesideRedmine(int commitments, int rounds)
      throws IOException, InterruptedException {
    try (RedminePeer redmine = RedminePeer.start(commitments, PEOPLE)) {
      List<Double> lists = new ArrayList<>();
      String table = measure(commitments, rounds, () -> lists.add(millis(redmine::openOverdue)));
      List<Double> warm = lists.subList(lists.size() - rounds, lists.size());
      RedminePeer.Reminders reminders = redmine.sendReminders();
      return table
          + String.format(
              Locale.ROOT,
              "%nIn the same run Redmine's list of 25 of its %d issues, overdue ones by date, had"
                  + " a p50 of %.1f ms and a p95 of %.1f ms; it sent %d reminder e-mails in %.1f s,"
                  + " its start included.%n",
              commitments,
              share(warm, 50),
              share(warm, 95),
              reminders.emails(),
              reminders.seconds());
    }
  }

  private static String measure(int commitments, int rounds, Runnable peer) {
    try (ConfigurableApplicationContext application = ManyItemsApplication.counted()) {
      return measure(application, commitments, rounds, peer);
    }
  }

  static String measure(ConfigurableApplicationContext application, int commitments, int rounds) {
    return measure(application, commitments, rounds, () -> {});
  }

  private static String measure(
      ConfigurableApplicationContext application, int commitments, int rounds, Runnable peer) {
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    ManyCommitments.fill(jdbc, commitments, PEOPLE);
    application.getBean(ReminderRound.class).run(TODAY, false);
    jdbc.sql("vacuum analyze").update();
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    Map<Asked, Measured> measured = new LinkedHashMap<>();
    PAGES.forEach(page -> measured.put(page, new Measured()));
    for (int round = -Math.min(rounds, WARM_UP); round < rounds; round++) {
      for (Asked page : PAGES) {
        Measured sofar = measured.getOrDefault(page, new Measured());
        long before = CountedStatements.soFar();
        double request = millis(() -> open(coordinator, page));
        long statements = CountedStatements.soFar() - before;
        double sql = millis(() -> jdbc.sql(page.sql()).query().listOfRows());
        if (round >= 0) {
          sofar.request().add(request);
          sofar.sql().add(sql);
        }
        measured.put(page, new Measured(statements, sofar.request(), sofar.sql()));
      }
      peer.run();
    }
    return table(commitments, rounds, measured);
  }

  private static void open(SessionClient coordinator, Asked page) {
    int status = coordinator.get(page.path()).statusCode();
    if (status != 200) {
      throw new IllegalStateException(page.path() + " answered " + status);
    }
  }

  private static double millis(Runnable work) {
    return EntryBenchmark.seconds(work) * 1000;
  }

  private static String table(int commitments, int rounds, Map<Asked, Measured> measured) {
    StringBuilder table = new StringBuilder();
    table
        .append("\n## The workspace with ")
        .append(commitments)
        .append(" commitments, ")
        .append(rounds)
        .append(" rounds, milliseconds\n\n")
        .append("| page | statements | request p50 | p95 | the one SQL p50 | p95 | p95 to p95")
        .append(" (aim ≤ 5) |\n|---|---|---|---|---|---|---|\n");
    measured.forEach(
        (page, of) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s `%s` | %d | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
                    page.what(),
                    page.path(),
                    of.statements(),
                    share(of.request(), 50),
                    share(of.request(), 95),
                    share(of.sql(), 50),
                    share(of.sql(), 95),
                    share(of.request(), 95) / share(of.sql(), 95))));
    double slowest =
        measured.entrySet().stream()
            .filter(each -> each.getKey().path().startsWith("/commitments"))
            .mapToDouble(each -> share(each.getValue().request(), 95))
            .max()
            .orElse(0);
    table.append(
        String.format(
            Locale.ROOT, "%nThe slowest list has a p95 of %.1f ms (aim: under 30 ms).%n", slowest));
    return table.toString();
  }

  /** The value that so many percent of the measurements do not exceed. */
  private static double share(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(Math.max(0, rank - 1));
  }

  private static final String ROW =
      """
      select c.ref, c.title, c.summary, c.track, c.due_on,
             c.status, c.health, c.slips, t.title as theme_title,
             array(select l.ministry from commitment_lead l where l.ref = c.ref) as leads,
             (select string_agg(a.ministry, ',') from commitment_associate a where a.ref = c.ref) as associated
      """;

  private static final String LISTED =
      ROW
          + """
          , (select count(*) from (select 1 from commitment c where %1$s limit 10001) n) as total
          from (select * from commitment c where %1$s order by %2$s limit 50) c
          join theme t on t.meeting_id = c.meeting_id and t.number = c.theme
          order by %2$s
          """;

  private static final String REF_ORDER = "c.meeting_id desc, c.theme, c.position";

  private static String words(String lexemes) {
    return LISTED.formatted(
        "c.ref in (select s.ref from commitment_search s where s.lexemes @@ '%s'::tsquery)"
            .formatted(lexemes.replace("'", "''")),
        REF_ORDER);
  }

  private static final List<Asked> PAGES =
      List.of(
          new Asked(
              "home",
              "/",
              """
              select 'theme' as part, c.meeting_id || '-' || c.theme as key, c.status || c.health as state,
                     count(*) as n, count(*) filter (where c.status = 'IN_PROGRESS' and c.due_on < date '2027-03-02') as late,
                     null::date as due_on
              from commitment c group by c.meeting_id, c.theme, c.status, c.health
              union all
              select 'overdue', ministry, null, count(*), 0, min(due_on)
              from action_item where status = 'OPEN' and due_on < date '2027-03-02' group by ministry
              union all
              (select 'soon', i.ref, c.title, 1, 0, i.due_on
               from action_item i join commitment c on c.ref = i.ref
               where i.status = 'OPEN' and i.due_on between date '2027-03-02' and date '2027-03-16'
               order by i.due_on, i.ref limit 12)
              union all
              select 'trend, ended', status, null, count(*), 0, closed_on
              from commitment where closed_on >= date '2025-06-01' group by status, closed_on
              union all
              select 'trend, late', null, null, count(*), 0, greatest(due_on + 1, date '2025-06-01')
              from commitment
              where due_on < date '2027-03-02' and (closed_on is null or closed_on > date '2025-06-01')
              group by greatest(due_on + 1, date '2025-06-01')
              union all
              select 'trend, moved', old_value, new_value, count(*), 0, cast(changed_at as date)
              from commitment_change
              where what = 'DUE_DATE' and changed_at >= date '2025-06-01'
              group by old_value, new_value, cast(changed_at as date)
              """),
          new Asked(
              "overdue",
              "/overdue",
              """
              select i.id, i.ref, i.step, i.ministry, i.due_on, i.assignee, c.title, c.health,
                     t.title as theme_title, count(*) over () as total
              from action_item i
              join commitment c on c.ref = i.ref
              join theme t on t.meeting_id = c.meeting_id and t.number = c.theme
              where i.status = 'OPEN' and i.due_on < date '2027-03-02'
              order by i.due_on, i.ref, i.id limit 100
              """),
          new Asked(
              "a rare word",
              "/commitments?q=filigrane",
              words("'filigrane':*").replace("::tsquery)", "::tsquery offset 0)")),
          new Asked("a common word", "/commitments?q=cooperation", words("'cooperation':*")),
          new Asked(
              "two words",
              "/commitments?q=renforcer%20douanes",
              words("'renforcer':* & 'douanes':*")),
          new Asked("a beginning", "/commitments?q=re", words("'re':*")),
          new Asked(
              "words that follow",
              "/commitments?q=%22mer%20du%20nord%22",
              LISTED.formatted(
                  "c.ref in (select s.ref from commitment_search s where s.lexemes @@ '''mer'' &"
                      + " ''du'' & ''nord'''::tsquery and s.words like '%% mer du nord %%')",
                  REF_ORDER)),
          new Asked("everything", "/commitments?sort=ref", LISTED.formatted("true", REF_ORDER)),
          new Asked(
              "several filters",
              "/commitments?ministry=BE-DEF&status=IN_PROGRESS&health=BLOCKED&sort=dueOn",
              LISTED.formatted(
                  "c.ref in (select l.ref from commitment_lead l where l.ministry = 'BE-DEF' union"
                      + " all select a.ref from commitment_associate a where a.ministry = 'BE-DEF')"
                      + " and c.status = 'IN_PROGRESS' and c.health = 'BLOCKED'",
                  "c.due_on nulls last, c.ref")),
          new Asked(
              "overdue, by date",
              "/commitments?overdue=true&sort=-dueOn",
              LISTED.formatted(
                  "c.status = 'IN_PROGRESS' and c.due_on < date '2027-03-02'",
                  "c.due_on desc nulls last, c.ref")));
}
