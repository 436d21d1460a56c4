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
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.MinisterialMeeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register with commitments that depend on the next summit, and a stub of the engine port that
 * can fail.
 */
public final class MoveFixture implements AutoCloseable {

  public static final MeetingId NEXT = new MeetingId("VD2027");

  /** The day off of the last party of the register only. */
  static final LocalDate OFF = LocalDate.of(2027, 9, 15);

  private static final List<String> RULES =
      List.of("S-30", "S-45", "S-10wd", "S-0", "S-60/P6M", "2027-07-21");
  private static final List<Track> TRACKS = List.of(Track.values());
  private static final List<Step> STEPS =
      List.of(Step.TAKE_CHARGE, Step.MANDATE, Step.FINAL_EVALUATION, Step.VALIDATE, Step.EVIDENCE);
  private static final List<String> OFFSETS = List.of("200", "40", "10wd", "+5wd", "0");

  /** The series of a register: the one of Belgium and France, or one with more parties. */
  @SuppressWarnings("ImmutableEnumChecker") // ids and copied lists
  enum Members {
    TWO("VD", "2018", "BE", "FR"),
    THREE("TR", "2026", "BE", "NL", "LU"),
    SIX("SX", "2026", "BE", "FR", "NL", "LU", "ES", "AT");

    private final String series;
    private final MeetingId origin;
    private final MeetingId next;
    private final List<PartyCode> parties;

    Members(String series, String held, String... parties) {
      this.series = series;
      this.origin = new MeetingId(series + held);
      this.next = new MeetingId(series + "2027");
      this.parties = Stream.of(parties).map(PartyCode::new).toList();
    }

    List<PartyCode> parties() {
      return parties;
    }

    PartyCode last() {
      return parties.get(parties.size() - 1);
    }
  }

  /** Ministry and due date of an open item. */
  record Item(String ministry, LocalDate dueOn) {}

  public final TestClock clock = TestClock.at("2027-01-04T09:00");
  final WorkingDays calendar;
  final MeetingMove moves;
  public final Person by;

  private final TestDatabase.Opened database;
  private final TestRooms modules;
  private final JdbcClient jdbc;
  private final Members members;
  private volatile boolean failing;

  private MoveFixture(TestDatabase kind, Members members) {
    this.members = members;
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
    if (members != Members.TWO) {
      enterSeries();
    }
    modules.get(Meetings.class).add(new Theme(members.origin, 1, Texts.text("Thème", "Thema")));
    modules.get(Meetings.class).setDate(members.next, LocalDate.of(2027, 6, 29));
  }

  static MoveFixture ofManyKinds(TestDatabase kind) {
    return ofManyKinds(kind, Members.TWO);
  }

  /** A register of which the last party alone is off on {@link #OFF}. */
  static MoveFixture ofManyKinds(TestDatabase kind, Members members) {
    MoveFixture fixture = new MoveFixture(kind, members);
    Party last = fixture.modules.get(Parties.class).get(members.last());
    fixture
        .modules
        .get(Parties.class)
        .enter(
            List.of(new Party(last.code(), last.name(), last.zone(), last.calendar(), Set.of(OFF))),
            List.of());
    fixture.enter(72, RULES);
    fixture.openItemsDueAtSummit();
    return fixture;
  }

  public static MoveFixture of(TestDatabase kind, int commitments) {
    MoveFixture fixture = new MoveFixture(kind, Members.TWO);
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
    return moves.move(members.next, date, version(), null, by);
  }

  public int version() {
    return modules.get(Meetings.class).get(members.next.value(), by).version();
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

  /** The due dates of what is due on the day of the summit, by party. */
  Map<PartyCode, List<LocalDate>> dueAtSummit() {
    Map<PartyCode, List<LocalDate>> due = new TreeMap<>();
    jdbc.sql(
            """
            select c.accountable, c.due_on, i.due_on as item_due_on
            from commitment c join action_item i on i.id = 's' || c.accountable
            where c.deadline_rule = 'S-0'
            """)
        .query(
            row -> {
              due.put(
                  new PartyCode(row.getString("accountable")),
                  List.of(
                      row.getObject("due_on", LocalDate.class),
                      row.getObject("item_due_on", LocalDate.class)));
            });
    return due;
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

  /** The due dates of open items, which may be absent, by the id of the item. */
  Map<String, @Nullable LocalDate> dueByOpenItem() {
    Map<String, @Nullable LocalDate> due = new TreeMap<>();
    jdbc.sql("select id, due_on from action_item where status = 'OPEN'")
        .query(
            row -> {
              due.put(row.getString("id"), row.getObject("due_on", LocalDate.class));
            });
    return due;
  }

  /** Enters a focal point with an e-mail address. */
  void person(String id, String ministry) {
    modules
        .get(Directory.class)
        .enter(
            List.of(),
            List.of(
                new Person(
                    new PersonId(id),
                    Texts.text("Point de contact", null),
                    new EmailAddress(id + "@example.org"),
                    Texts.FR,
                    Role.FOCAL_POINT,
                    new MinistryCode(ministry))));
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

  /** The open items due before the deadline of a commitment that depends on the summit. */
  List<String> followers() {
    return strings(
        """
        select i.id
        from action_item i join commitment c on c.ref = i.ref
        where i.status = 'OPEN' and c.deadline_rule like 'S-%'
          and i.due_offset not like '+%' and i.step <> 'evidence'
        order by i.id
        """);
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

  private void enterSeries() {
    LocalText name = Texts.text("Exemple", "Voorbeeld");
    List<Party> parties = new ArrayList<>();
    List<Ministry> ministries = new ArrayList<>();
    for (PartyCode code : members.parties) {
      if (modules.get(Parties.class).find(code).isEmpty()) {
        String calendar = code.value().toLowerCase(Locale.ROOT);
        parties.add(new Party(code, name, ZoneId.of("Europe/Brussels"), calendar, Set.of()));
        ministries.add(new Ministry(lead(code), false, name));
      }
    }
    modules
        .get(Parties.class)
        .enter(
            parties,
            List.of(
                new Series(
                    members.series, name, members.parties, List.of(Texts.FR), true, null, true)));
    modules.get(Directory.class).enter(ministries, List.of());
    Meetings meetings = modules.get(Meetings.class);
    meetings.add(
        new MinisterialMeeting(
            members.origin, members.series, name, null, LocalDate.of(2026, 5, 1), false));
    meetings.create(new NewMeeting(members.next, name, null, null, Meeting.Status.PLANNED), by);
  }

  private static MinistryCode lead(PartyCode party) {
    return new MinistryCode(party + (party.equals(TestParties.BE) ? "-IBZ" : "-INT"));
  }

  private void enter(int count, List<String> rules) {
    int parties = members.parties.size();
    List<NewCommitment> entered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entered.add(
          new NewCommitment(
              CommitmentRef.of(members.origin, 1, i + 1),
              Texts.text("Étape " + i, "Stap " + i),
              null,
              TRACKS.get(i % TRACKS.size()),
              Leads.of(
                  members.parties.stream().map(MoveFixture::lead).toList(),
                  members.parties.get(i % parties),
                  List.of()),
              DeadlineRule.parse(rules.get(i / parties % rules.size())),
              null,
              null));
    }
    modules.get(CommitmentEntry.class).enter(entered, by.id());
    modules.inTransaction(
        r ->
            r.get(ActionItemRecorder.class)
                .opened(entered.stream().map(this::itemByPosition).toList()));
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

  /** Opens an item of each party, due with a commitment that is due on the day of the summit. */
  private void openItemsDueAtSummit() {
    List<OpenedItem> opened = new ArrayList<>();
    for (int i = 0; i < members.parties.size(); i++) {
      PartyCode party = members.parties.get(i);
      int position = RULES.indexOf("S-0") * members.parties.size() + i + 1;
      opened.add(
          item(
              "s" + party,
              CommitmentRef.of(members.origin, 1, position),
              Step.VALIDATE,
              lead(party),
              "0"));
    }
    modules.inTransaction(r -> r.get(ActionItemRecorder.class).opened(opened));
  }

  private OpenedItem itemByPosition(NewCommitment commitment) {
    int position = commitment.ref().position();
    return item(
        "t" + position,
        commitment.ref(),
        STEPS.get(position % STEPS.size()),
        commitment.leads().lead(holder(position)),
        OFFSETS.get(position % OFFSETS.size()));
  }

  private OpenedItem item(
      String id, CommitmentRef ref, Step step, MinistryCode ministry, String offset) {
    return new OpenedItem(
        new ActionItem(
            id,
            ref,
            step,
            ministry,
            new DueDate(LocalDate.of(2027, 5, 28)),
            null,
            ActionItem.Status.OPEN,
            clock.instant(),
            null,
            null),
        DueOffset.parse(offset));
  }

  private PartyCode holder(int position) {
    int others = members.parties.size() - 1;
    return members.parties.get(position % 3 == 0 ? 0 : 1 + position % others);
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
              return switch (method.getName()) {
                case "start" -> Map.of();
                case "resume" -> "resumed";
                default -> null;
              };
            });
  }

  @Override
  public void close() {
    modules.close();
    database.close();
  }
}
