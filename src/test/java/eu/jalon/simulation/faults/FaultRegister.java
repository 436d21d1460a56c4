package eu.jalon.simulation.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.jalon.TestParties;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.Texts;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of a run: people of both parties, and for each day new items that fall due. */
final class FaultRegister implements AutoCloseable {

  /** A Sunday; the first day of a run is the Monday after it. */
  static final LocalDate EVE = LocalDate.of(2027, 2, 28);

  static final String BASE_URL = "https://jalon.example.org";

  /** How many work for each ministry; who cannot be reached is the first, and claims nothing. */
  private static final int STAFF = 3;

  /** The relay does not know this one's address. */
  static final String REFUSED = "be-ibz-1@example.org";

  /** This one has no address. */
  private static final String MUTE = "fr-int-1";

  private static final List<String> MINISTRIES =
      List.of(
          "BE-IBZ", "BE-JUS", "BE-MOB", "BE-DEF", "BE-FIN", "BE-SAN", "FR-INT", "FR-JUS", "FR-MTE",
          "FR-ARM", "FR-FIN", "FR-SAN");

  private static final List<String> LANGUAGES = List.of("fr", "nl", "en");
  private static final List<String> REFS = List.of("VD2023-2.01", "VD2023-2.02", "VD2023-2.03");

  /**
   * As if the database's clock had moved on, for emails that wait and for those of the dead, whose
   * owners begin with their process ids; the living keep their leases.
   */
  private static final List<String> TIME_PASSES =
      List.of(
          "update mail_relay set closed_until = null where closed_until is not null",
          """
          update email set next_attempt_at = current_timestamp
          where status in ('QUEUED', 'RETRY', 'UNKNOWN') and next_attempt_at > current_timestamp
          """,
          """
          update email set lease_until = current_timestamp - interval '1' second
          where status = 'SENDING' and split_part(lease_owner, '-', 1) in (:dead)
          """);

  private static final List<String> READERS =
      List.of(
          """
          insert into person (id, name, email, language, role, ministry)
          select 'reader-' || n, '{"fr":"Point de contact ' || n || '"}', 'reader-' || n || '@example.org',
                 case n % 2 when 0 then 'fr' else 'nl' end, 'FOCAL_POINT',
                 case n % 2 when 0 then 'FR-INT' else 'BE-IBZ' end
          from generate_series(0, :readers - 1) n
          """,
          """
          insert into action_item
            (id, ref, meeting_id, theme, step, ministry, due_on, on_time_until, due_offset, assignee,
             status, created_at)
          select 'item-' || n, 'VD2023-2.01', 'VD2023', 2, 'finalEvaluation',
                 case n % 2 when 0 then 'FR-INT' else 'BE-IBZ' end, :day, :day, '0', 'reader-' || n, 'OPEN',
                 current_timestamp
          from generate_series(0, :readers - 1) n
          """);

  /** A day, and the items that each address is to hear of on it, none of them done. */
  record FaultDay(LocalDate on, Map<String, Set<String>> expected) {}

  private record Item(String id, String ministry, @Nullable String assignee) {}

  private final Random random;
  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final WorkingDays calendar = TestParties.calendar();
  private LocalDate on = EVE;

  FaultRegister(String url, Random random) {
    this.random = random;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(2);
    pool = new HikariDataSource(config);
    jdbc = JdbcClient.create(pool);
    transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    transactions.executeWithoutResult(status -> enterDirectory());
  }

  /**
   * Closes what is open, has refused addresses tried again, and enters the items of the next day on
   * which both parties work.
   */
  FaultDay nextDay() {
    do {
      on = on.plusDays(1);
    } while (TestParties.BOTH.stream().anyMatch(each -> !calendar.isWorkingDay(on, each)));
    String silent = pick(MINISTRIES);
    Map<String, Set<String>> expected = new TreeMap<>();
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  update action_item set status = 'DONE', closed_at = current_timestamp
                  where status = 'OPEN'
                  """)
              .update();
          jdbc.sql("delete from undeliverable_address").update();
          int items = 60 + random.nextInt(41);
          for (int i = 0; i < items; i++) {
            enter(i, silent, expected);
          }
        });
    expected.remove(REFUSED);
    return new FaultDay(on, expected);
  }

  /** Enters readers of two ministries, each with an item of their own that falls due on a day. */
  FaultDay enterReaders(LocalDate day, int readers) {
    transactions.executeWithoutResult(
        status ->
            READERS.forEach(
                each -> jdbc.sql(each).param("readers", readers).param("day", day).update()));
    Map<String, Set<String>> expected = new TreeMap<>();
    for (int n = 0; n < readers; n++) {
      expected.put("reader-" + n + "@example.org", Set.of("item-" + n));
    }
    return new FaultDay(day, expected);
  }

  /** The Message-IDs of the emails on which each process has a lease, by process id. */
  Map<String, Set<String>> leased() {
    return jdbc
        .sql("select lease_owner, message_id from email where status = 'SENDING'")
        .query((row, n) -> Map.entry(row.getString(1).split("-", 2)[0], row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  /** How many emails needed more than one attempt. */
  int repeated() {
    return jdbc.sql("select count(*) from email where attempts > 1").query(Integer.class).single();
  }

  /** How many emails a day has, and how many of them still wait. */
  int emails(LocalDate day, boolean waiting) {
    String which =
        waiting ? " and status not in ('SENT', 'FAILED', 'DROPPED', 'BOUNCED', 'SUPERSEDED')" : "";
    return jdbc.sql("select count(*) from email where on_date = :day" + which)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /** The emails of a day by what became of them. */
  Map<String, Integer> outcomes() {
    return jdbc
        .sql("select status, count(*) as emails from email group by status order by status")
        .query((row, n) -> Map.entry(row.getString("status"), row.getInt("emails")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void timePasses(Collection<String> dead) {
    Set<String> pids = new TreeSet<>(dead);
    pids.add("none");
    TIME_PASSES.forEach(each -> jdbc.sql(each).param("dead", pids).update());
  }

  /** The name of a node whose transaction has written or locked something, if there is one. */
  List<String> writing() {
    return jdbc.sql(
            """
            select application_name from pg_stat_activity
            where application_name like 'node-%' and backend_xid is not null
            """)
        .query(String.class)
        .list();
  }

  /** Forgets the connections to a server that has gone. */
  void reconnect() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    pool.close();
  }

  private void enter(int n, String silent, Map<String, Set<String>> expected) {
    String ministry = pick(MINISTRIES);
    String assignee = random.nextBoolean() ? null : pick(staff(ministry).subList(1, STAFF));
    boolean done = ministry.equals(silent) || random.nextInt(6) == 0;
    Item item = new Item("d%s-%03d".formatted(on, n), ministry, assignee);
    enter(item, done, on.minusDays(random.nextInt(2)));
    if (!done) {
      owners(item).stream()
          .filter(person -> !person.equals(MUTE))
          .forEach(
              person ->
                  expected
                      .computeIfAbsent(person + "@example.org", key -> new TreeSet<>())
                      .add(item.id()));
    }
  }

  private void enter(Item item, boolean done, LocalDate due) {
    jdbc.sql(
            """
            insert into action_item
              (id, ref, meeting_id, theme, step, ministry, due_on, on_time_until, due_offset, assignee,
               status, created_at, closed_at)
            values
              (:id, :ref, 'VD2023', 2, 'finalEvaluation', :ministry, :due, :due, '0', :assignee,
               :status, current_timestamp, case when :done then current_timestamp end)
            """)
        .param("id", item.id())
        .param("ref", pick(REFS))
        .param("ministry", item.ministry())
        .param("due", Date.valueOf(due))
        .param("assignee", item.assignee())
        .param("status", done ? "DONE" : "OPEN")
        .param("done", done)
        .update();
  }

  private static List<String> owners(Item item) {
    return item.assignee() == null ? staff(item.ministry()) : List.of(item.assignee());
  }

  private static List<String> staff(String ministry) {
    return IntStream.rangeClosed(1, STAFF)
        .mapToObj(n -> ministry.toLowerCase(Locale.ROOT) + "-" + n)
        .toList();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void enterDirectory() {
    for (String ministry : MINISTRIES) {
      jdbc.sql(
              """
              insert into ministry (code, party, coordination, name)
              values (:code, :party, false, :name)
              """)
          .param("code", ministry)
          .param("name", Texts.column(ministry))
          .param("party", ministry.substring(0, 2))
          .update();
      staff(ministry).forEach(person -> enterPerson(person, ministry));
    }
    jdbc.sql(
            """
            insert into theme (meeting_id, number, title)
            values ('VD2023', 2, '{"fr":"Sécurité intérieure","nl":"Binnenlandse veiligheid"}')
            """)
        .update();
    REFS.forEach(this::enterCommitment);
  }

  private void enterPerson(String id, String ministry) {
    jdbc.sql(
            """
            insert into person (id, name, email, language, role, ministry)
            values (:id, :name, :email, :language, 'FOCAL_POINT', :ministry)
            """)
        .param("id", id)
        .param("name", Texts.column(id))
        .param("email", id.equals(MUTE) ? null : id + "@example.org")
        .param("language", pick(LANGUAGES))
        .param("ministry", ministry)
        .update();
  }

  private void enterCommitment(String ref) {
    jdbc.sql(
            """
            insert into commitment
              (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, status, entered_at, entered_by)
            values
              (:ref, 'VD2023', 2, :position, '{"fr":"Renforcer le CCPD de Tournai","nl":"Het CPDS van Doornik versterken"}',
                'OPERATIONAL_CAPABILITY', 'BE', 'S-30', 'IN_PROGRESS', current_timestamp, 'be-ibz-2')
            """)
        .param("ref", ref)
        .param("position", REFS.indexOf(ref) + 1)
        .update();
    jdbc.sql(
            """
            insert into commitment_lead (ref, party, ministry)
            values (:ref, 'BE', 'BE-IBZ'), (:ref, 'FR', 'FR-INT')
            """)
        .param("ref", ref)
        .update();
  }
}
