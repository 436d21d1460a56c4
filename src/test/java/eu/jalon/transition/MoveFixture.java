package eu.jalon.transition;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.TestRooms;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.actionitem.OpenedItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register with commitments that depend on the next summit, and a stub of the engine port that
 * can fail.
 */
public final class MoveFixture implements AutoCloseable {

  public static final MeetingId NEXT = new MeetingId("VD2027");

  private static final MeetingId ORIGIN = new MeetingId("VD2018");
  private static final List<String> RULES =
      List.of("S-30", "S-45", "S-10wd", "S-0", "S-60/P6M", "2027-07-21");
  private static final List<Track> TRACKS = List.of(Track.values());
  private static final List<Step> STEPS =
      List.of(Step.TAKE_CHARGE, Step.MANDATE, Step.FINAL_EVALUATION, Step.VALIDATE, Step.EVIDENCE);
  private static final List<String> OFFSETS = List.of("200", "40", "10wd", "+5wd", "0");

  /** Ministry and due date of an open item. */
  record Item(String ministry, LocalDate dueOn) {}

  public final TestClock clock = TestClock.at("2027-01-04T09:00");
  final WorkingDays calendar;
  final MeetingMove moves;
  public final Person by;

  private final TestDatabase.Opened database;
  private final TestRooms modules;
  private final JdbcClient jdbc;
  private volatile boolean failing;

  private MoveFixture(TestDatabase kind) {
    database = kind.open();
    modules = new TestRooms(database, clock).bean(CommitmentProcesses.class, listener());
    modules.open("directory", "meeting", "commitment", "actionitem", "transition", "overview");
    jdbc = modules.get(JdbcClient.class);
    calendar = modules.get(WorkingDays.class);
    moves = modules.get(MeetingMove.class);
    jdbc.sql(
            """
            insert into ministry (code, party, coordination, name)
            values ('BE-IBZ', 'BE', false, '{"fr":"Intérieur"}'), ('FR-INT', 'FR', false, '{"fr":"Intérieur"}'),
                   ('BE-PM', 'BE', true, '{"fr":"Coordination"}')
            """)
        .update();
    by =
        new Person(
            new PersonId("coord-be"),
            Texts.text("Coordination", "Coördinatie"),
            null,
            Texts.FR,
            Role.COORDINATOR,
            new MinistryCode("BE-PM"));
    modules.get(Meetings.class).add(new Theme(ORIGIN, 1, Texts.text("Thème", "Thema")));
    modules.get(Meetings.class).setDate(NEXT, LocalDate.of(2027, 6, 29));
  }

  static MoveFixture ofManyKinds(TestDatabase kind) {
    MoveFixture fixture = new MoveFixture(kind);
    fixture.enter(60, RULES);
    return fixture;
  }

  public static MoveFixture of(TestDatabase kind, int commitments) {
    MoveFixture fixture = new MoveFixture(kind);
    fixture.enter(commitments, List.of("S-30"));
    return fixture;
  }

  public <T> T get(Class<T> bean) {
    return modules.get(bean);
  }

  public void inTransaction(Consumer<TestRooms> work) {
    modules.inTransaction(work);
  }

  public MeetingMove.Outcome move(@Nullable LocalDate date) {
    return moves.move(NEXT, date, version(), null, by);
  }

  public int version() {
    return modules.get(Meetings.class).get("next", by).version();
  }

  /** Makes the engine port fail on updates of due dates, or stop failing. */
  void failing(boolean now) {
    failing = now;
  }

  List<Item> openItems() {
    return jdbc.sql("select ministry, due_on from action_item where status = 'OPEN'")
        .query(
            (row, n) ->
                new Item(row.getString("ministry"), row.getObject("due_on", LocalDate.class)))
        .list();
  }

  List<String> dates() {
    return strings(
        """
        select c.ref || ' ' || coalesce(cast(c.due_on as varchar), '-') || ' ' || i.id || ' '
          || coalesce(cast(i.due_on as varchar), '-')
        from commitment c join action_item i on i.ref = c.ref
        order by 1
        """);
  }

  List<String> doneItems() {
    return strings(
        """
        select id || ' ' || cast(due_on as varchar) from action_item
        where status = 'DONE' order by 1
        """);
  }

  List<String> dueDates() {
    return strings("select distinct cast(due_on as varchar) from commitment order by 1");
  }

  long itemsDueBecauseOfTheSummit() {
    return jdbc.sql(
            """
            select count(*)
            from action_item i join commitment c on c.ref = i.ref
            where i.status = 'OPEN' and i.due_on is not null and c.deadline_rule like 'S-%'
              and i.due_offset not like '+%' and i.step <> 'evidence'
            """)
        .query(Long.class)
        .single();
  }

  long changesOfDates() {
    return jdbc.sql("select count(*) from commitment_change where what = 'DUE_DATE'")
        .query(Long.class)
        .single();
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private void enter(int count, List<String> rules) {
    List<NewCommitment> entered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entered.add(
          new NewCommitment(
              CommitmentRef.of(ORIGIN, 1, i + 1),
              Texts.text("Étape " + i, "Stap " + i),
              null,
              TRACKS.get(i % TRACKS.size()),
              TestParties.leads(
                  new MinistryCode("BE-IBZ"),
                  new MinistryCode("FR-INT"),
                  i % 2 == 0 ? TestParties.BE : TestParties.FR,
                  List.of()),
              DeadlineRule.parse(rules.get(i % rules.size())),
              null,
              null));
    }
    modules.get(CommitmentEntry.class).enter(entered, by.id());
    modules.inTransaction(
        r -> r.get(ActionItemRecorder.class).opened(entered.stream().map(this::item).toList()));
    modules.inTransaction(
        r ->
            entered.stream()
                .filter(commitment -> commitment.ref().position() % 7 == 0)
                .forEach(
                    commitment ->
                        r.get(JdbcActionItems.class)
                            .close(
                                "t" + commitment.ref().position(),
                                ActionItem.Status.DONE,
                                clock.instant(),
                                by.id())));
  }

  private OpenedItem item(NewCommitment commitment) {
    int position = commitment.ref().position();
    return new OpenedItem(
        new ActionItem(
            "t" + position,
            commitment.ref(),
            STEPS.get(position % STEPS.size()),
            commitment.leads().lead(position % 3 == 0 ? TestParties.BE : TestParties.FR),
            new DueDate(LocalDate.of(2027, 5, 28)),
            null,
            ActionItem.Status.OPEN,
            clock.instant(),
            null,
            null),
        DueOffset.parse(OFFSETS.get(position % OFFSETS.size())));
  }

  private CommitmentProcesses listener() {
    return (CommitmentProcesses)
        Proxy.newProxyInstance(
            CommitmentProcesses.class.getClassLoader(),
            new Class<?>[] {CommitmentProcesses.class},
            (proxy, method, arguments) -> {
              if (failing && method.getName().equals("updateDueDates")) {
                throw new IllegalStateException("The engine was cut off");
              }
              return method.getName().equals("start") ? Map.of() : null;
            });
  }

  @Override
  public void close() {
    modules.close();
    database.close();
  }
}
