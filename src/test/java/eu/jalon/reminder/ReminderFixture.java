package eu.jalon.reminder;

import eu.jalon.RegisterCopies;
import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.OpenedItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reminder module with a database, a small directory and one commitment. */
public final class ReminderFixture implements AutoCloseable {

  /** A Monday that is a working day in both parties. */
  public static final String MONDAY = "2027-03-01T07:00";

  public static final CommitmentRef REF = new CommitmentRef("VD2023-2.06");

  public static final Person COORD_BE = person("coord-be", Texts.FR, Role.COORDINATOR, "BE-PM");
  public static final Person COORD_FR = person("coord-fr", Texts.FR, Role.COORDINATOR, "FR-PM");
  public static final Person BE_IBZ = person("be-ibz", Texts.FR, Role.FOCAL_POINT, "BE-IBZ");
  public static final Person BE_IBZ_NL = person("be-ibz-nl", Texts.NL, Role.FOCAL_POINT, "BE-IBZ");
  public static final Person FR_INT = person("fr-int", Texts.FR, Role.FOCAL_POINT, "FR-INT");

  public static final Person BE_MUTE =
      new Person(
          new PersonId("be-mute"),
          Texts.text("Sans adresse", null),
          null,
          Texts.NL,
          Role.FOCAL_POINT,
          new MinistryCode("BE-MOB"));

  public static final List<Ministry> MINISTRIES =
      List.of(
          ministry("BE-PM", true, "Chancellerie du Premier ministre", "Kanselarij"),
          ministry("FR-PM", true, "Services du Premier ministre", "Franse Eerste Minister"),
          ministry("BE-IBZ", false, "SPF Intérieur", "FOD Binnenlandse Zaken"),
          ministry("BE-JUS", false, "SPF Justice", "FOD Justitie"),
          ministry("BE-MOB", false, "SPF Mobilité", "FOD Mobiliteit"),
          ministry("FR-INT", false, "Ministère de l’Intérieur", "Frans Binnenlandse Zaken"));

  public final TestDatabase.Opened database;
  public final TestClock clock;
  public final TestRooms rooms;

  private ReminderFixture(TestDatabase database, Path folder, String now, int batchSize) {
    this.database = database.open();
    this.clock = TestClock.at(now);
    this.rooms =
        new TestRooms(this.database, clock)
            .property("jalon.mail.folder", folder.toString())
            .property("jalon.base-url", "https://jalon.example.org/")
            .property("jalon.reminder.batch", batchSize)
            .open(
                "directory",
                "meeting",
                "commitment",
                "actionitem",
                "transition",
                "overview",
                "mail",
                "reminder");
  }

  public static ReminderFixture at(TestDatabase database, Path folder, String now) {
    return at(database, folder, now, 2000);
  }

  /** The same with rounds that take so many items in a batch. */
  public static ReminderFixture at(TestDatabase database, Path folder, String now, int batchSize) {
    ReminderFixture fixture = new ReminderFixture(database, folder, now, batchSize);
    fixture
        .rooms
        .get(Directory.class)
        .enter(MINISTRIES, List.of(COORD_BE, COORD_FR, BE_IBZ, BE_IBZ_NL, FR_INT, BE_MUTE));
    fixture.enterCommitment();
    return fixture;
  }

  public ReminderRound round() {
    return rooms.get(ReminderRound.class);
  }

  /** Runs today's round, not as a dry run. */
  public RoundResult run() {
    return round().run(today(), false);
  }

  /** Sends the queued e-mails. */
  public int dispatch() {
    return rooms.get(Dispatcher.class).dispatch();
  }

  public LocalDate today() {
    return BrusselsTime.today(clock);
  }

  /** Gives a party another time zone. */
  public void inZone(PartyCode code, String zone) {
    Parties parties = rooms.get(Parties.class);
    Party party = parties.get(code);
    parties.enter(
        List.of(
            new Party(code, party.name(), ZoneId.of(zone), party.calendar(), party.bridgingDays())),
        List.of());
  }

  /** Opens an item for a ministry, due in a number of calendar days. */
  public void open(String id, String ministry, int daysLeft) {
    open(id, ministry, Step.FINAL_EVALUATION, today().plusDays(daysLeft), null);
  }

  public void open(
      String id, String ministry, Step step, LocalDate due, @Nullable PersonId assignee) {
    ActionItem item =
        new ActionItem(
            id,
            REF,
            step,
            new MinistryCode(ministry),
            new DueDate(due),
            assignee,
            ActionItem.Status.OPEN,
            clock.instant(),
            null,
            null);
    ledger(ledger -> ledger.opened(List.of(new OpenedItem(item, DueOffset.parse("0")))));
  }

  public ActionItem item(String id) {
    return rooms.get(ActionItems.class).get(id, COORD_BE).item();
  }

  /** Changes the due date of an item, so that its owners are informed. */
  public void move(String id, LocalDate dueOn) {
    redate(id, dueOn);
    rooms
        .get(JdbcClient.class)
        .sql("update action_item set moved_on = :today where id = :id")
        .param("today", today())
        .param("id", id)
        .update();
  }

  public void redate(String id, LocalDate dueOn) {
    rooms
        .get(JdbcClient.class)
        .sql("update action_item set due_on = :dueOn where id = :id")
        .param("dueOn", dueOn)
        .param("id", id)
        .update();
    RegisterCopies.write(rooms.get(JdbcClient.class));
  }

  public void ledger(Consumer<ActionItemRecorder> change) {
    rooms.inTransaction(r -> change.accept(r.get(ActionItemRecorder.class)));
  }

  /** Today's e-mails by person id. */
  public Map<String, Email> emails() {
    EmailFilter onlyToday = new EmailFilter(null, null, null, today());
    return rooms.get(MailQueue.class).page(onlyToday, new Page.Request(0, 200)).items().stream()
        .collect(Collectors.toMap(email -> email.person().value(), Function.identity()));
  }

  /** Today's e-mail to a person; fails without one. */
  public Email emailTo(String person) {
    Email email = emails().get(person);
    if (email == null) {
      throw new AssertionError("No email to " + person + " today, but to " + emails().keySet());
    }
    return email;
  }

  public Collection<RecordedReminder> logOf(String id) {
    return rooms.get(JdbcReminders.class).ofItem(id, today(), 200);
  }

  /** The id of some e-mail, for foreign keys. */
  UUID emailId() {
    NewEmail email =
        new NewEmail(
            COORD_BE.id(),
            COORD_BE.address().orElseThrow(),
            today().minusDays(30),
            "DIGEST",
            Texts.FR,
            "Autrefois",
            List.of(REF),
            Duration.ofDays(1));
    List<UUID> ids = new ArrayList<>();
    rooms.inTransaction(r -> ids.addAll(r.get(MailQueue.class).putAll(List.of(email)).values()));
    return ids.get(0);
  }

  public long rowsOfReminder() {
    return database.jdbc().sql("select count(*) from reminder").query(Long.class).single();
  }

  private void enterCommitment() {
    database
        .jdbc()
        .sql(
            """
            insert into theme (meeting_id, number, title)
            values ('VD2023', 2, '{"fr":"Sécurité intérieure","nl":"Binnenlandse veiligheid"}')
            """)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into commitment
              (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, status, entered_at, entered_by)
            values
              ('VD2023-2.06', 'VD2023', 2, 6, '{"fr":"Renforcer le CCPD de Tournai","nl":"Het CPDS van Doornik versterken"}',
                'OPERATIONAL_CAPABILITY', 'BE', 'S-30', 'IN_PROGRESS', current_timestamp, 'coord-be')
            """)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into commitment_lead (ref, party, ministry)
            select ref, 'BE', 'BE-IBZ' from commitment
            union all
            select ref, 'FR', 'FR-INT' from commitment
            """)
        .update();
  }

  public static Ministry ministry(String code, boolean coordination, String fr, String nl) {
    return new Ministry(new MinistryCode(code), coordination, Texts.text(fr, nl));
  }

  public static Person person(String id, Language language, Role role, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte " + id, null),
        new EmailAddress(id + "@example.org"),
        language,
        role,
        new MinistryCode(ministry));
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
