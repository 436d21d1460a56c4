package eu.jalon.commitment;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.TestRooms;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register for list and search tests, with a stub of the engine port. */
public final class SearchFixture implements AutoCloseable {

  public static final Person COORDINATOR = person("coord-be", Role.COORDINATOR, "BE-PM");
  public static final Person OTHER = person("coord-fr", Role.COORDINATOR, "FR-PM");

  private static final MeetingId ORIGIN = new MeetingId("VD2018");

  private final TestDatabase.Opened database;
  private final TestRooms modules;

  private SearchFixture(TestDatabase kind) {
    database = kind.open();
    modules =
        new TestRooms(database, TestClock.at("2027-01-04T09:00"))
            .bean(CommitmentProcesses.class, silentEngine());
    modules.open(
        "directory",
        "meeting",
        "commitment",
        "actionitem",
        "transition",
        "overview",
        "pages.views");
    JdbcClient jdbc = modules.get(JdbcClient.class);
    jdbc.sql(
            """
            insert into ministry (code, party, coordination, name)
            values ('BE-IBZ', 'BE', false, '{"fr":"Intérieur"}'), ('FR-INT', 'FR', false, '{"fr":"Intérieur"}'),
                   ('BE-FIN', 'BE', false, '{"fr":"Finances"}')
            """)
        .update();
    for (Person person : List.of(COORDINATOR, OTHER)) {
      jdbc.sql(
              """
              insert into person (id, name, language, role)
              values (:id, '{"fr":"Coordination"}', 'fr', 'COORDINATOR')
              """)
          .param("id", person.id().value())
          .update();
    }
    modules.get(Meetings.class).add(new Theme(ORIGIN, 1, Texts.text("Thème", "Thema")));
  }

  public static SearchFixture of(TestDatabase kind) {
    return new SearchFixture(kind);
  }

  public <T> T get(Class<T> bean) {
    return modules.get(bean);
  }

  /** Enters a commitment with Belgium as accountable party, due on a day of 2027. */
  SearchFixture enter(int position, String french, @Nullable String dutch, String day) {
    enter(position, Texts.text(french, dutch), TestParties.BE, day, null);
    return this;
  }

  void enter(
      int position, LocalText title, PartyCode accountable, String day, @Nullable String source) {
    NewCommitment.Source from =
        source == null ? null : new NewCommitment.Source(declaration(), source);
    modules
        .get(CommitmentEntry.class)
        .enter(
            List.of(
                new NewCommitment(
                    CommitmentRef.of(ORIGIN, 1, position),
                    title,
                    null,
                    Track.JOINT_POSITION,
                    TestParties.leads(
                        new MinistryCode("BE-IBZ"),
                        new MinistryCode("FR-INT"),
                        accountable,
                        position % 2 == 0 ? List.of(new MinistryCode("BE-FIN")) : List.of()),
                    DeadlineRule.parse("2027-" + day),
                    from,
                    null)),
            COORDINATOR.id());
  }

  private UUID declaration() {
    UUID id = UUID.randomUUID();
    modules
        .get(JdbcClient.class)
        .sql(
            """
            insert into declaration
              (id, meeting_id, file_name, source, sha256, uploaded_at, uploaded_by,
               language)
            values (:id, 'VD2018', 'd.txt', 'd', 'd', current_timestamp, 'coord-be', 'fr')
            """)
        .param("id", id)
        .update();
    return id;
  }

  /** Returns the positions of the matching commitments in list order. */
  List<Integer> find(String text) {
    return find(searching(text));
  }

  private static CommitmentFilter searching(String text) {
    return new CommitmentFilter(
        null, null, null, null, null, null, false, text, CommitmentFilter.Sort.REF);
  }

  List<Integer> find(CommitmentFilter filter) {
    Page<Commitment> page =
        get(Commitments.class).page(filter, COORDINATOR, new Page.Request(0, 200));
    List<Integer> found = page.items().stream().map(each -> each.ref().position()).toList();
    if (found.size() != page.total()) {
      throw new AssertionError(page.total() + " were counted, but " + found + " found");
    }
    return found;
  }

  static Person person(String id, Role role, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Coordination", "Coördinatie"),
        null,
        Texts.FR,
        role,
        new MinistryCode(ministry));
  }

  private static CommitmentProcesses silentEngine() {
    return (CommitmentProcesses)
        Proxy.newProxyInstance(
            CommitmentProcesses.class.getClassLoader(),
            new Class<?>[] {CommitmentProcesses.class},
            (proxy, method, arguments) -> method.getName().equals("start") ? Map.of() : null);
  }

  @Override
  public void close() {
    modules.close();
    database.close();
  }
}
