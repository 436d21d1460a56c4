package eu.jalon.operation.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.operation.standby.WrongClock;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that administrators are told of each fault once, and that it is cleared when over. */
class AlarmWatchTest {

  private static final String RELAY_FAILS =
      "update mail_relay set failures = 3, failing_since = current_timestamp - interval '11'"
          + " minute";
  private static final String RELAY_ANSWERS =
      "update mail_relay set failures = 0, failing_since = null";

  @TempDir private Path folder;
  private final TestClock clock = TestClock.at("2027-03-01T12:00");
  private TestDatabase.@Nullable Opened database;
  private @Nullable TestRooms modules;

  @AfterEach
  void close() {
    if (modules != null) {
      modules.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void operator7_aFaultIsToldOnceToEachAdministratorAndClearedWhenItIsOver(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    sql(RELAY_FAILS);

    alarms.check();
    alarms.check();

    assertThat(alarms.raised())
        .extracting(Alarm::fault)
        .containsExactly(Fault.of(Fault.Kind.RELAY_AWAY));
    assertThat(emails())
        .extracting(Email::subject)
        .containsExactlyInAnyOrder(
            "Le serveur de courriel ne répond pas depuis dix minutes",
            "De mailserver antwoordt al tien minuten niet");
    assertThat(new AlarmHealthIndicator(alarms).health().getStatus().getCode()).isEqualTo("ALARM");
    Email email = emails().get(0);
    assertThat(modules().get(MailQueue.class).preview(email.id()))
        .hasValueSatisfying(
            shown ->
                assertThat(shown.text())
                    .contains(email.subject(), "https://jalon.example.org/people"));

    sql(RELAY_ANSWERS);
    alarms.check();
    assertThat(alarms.raised()).isEmpty();
    assertThat(new AlarmHealthIndicator(alarms).health().getStatus().getCode()).isEqualTo("UP");

    sql(RELAY_FAILS);
    alarms.check();
    assertThat(emails()).as("a new fault of the same kind").hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void aRoundThatDidNotRunIsNamedByItsDay(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    clock.moveTo("2027-03-02T09:00");

    alarms.check();

    assertThat(alarms.raised())
        .extracting(Alarm::fault)
        .containsExactly(new Fault(Fault.Kind.ROUND_MISSING, "2027-03-02"));
    assertThat(emails())
        .extracting(Email::subject)
        .contains("La tournée de relances du 2 mars 2027 n’a pas eu lieu");
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints18_aMinistryWithOpenActionItemsAndWithoutPeopleIsNamed(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    sql("insert into theme (meeting_id, number, title) values ('VD2023', 2, '{\"fr\":\"Un\"}')");
    sql(
        """
        insert into commitment (ref, meeting_id, theme, position, title, track, accountable,
          deadline_rule, status, entered_at, entered_by)
        values ('VD2023-2.06', 'VD2023', 2, 6, '{"fr":"Un"}', 'OPERATIONAL_CAPABILITY', 'BE',
          'S-30', 'IN_PROGRESS', current_timestamp, 'coord-be')
        """);
    sql(
        """
        insert into action_item
          (id, ref, meeting_id, theme, step, ministry, due_offset, status, created_at)
        select code, 'VD2023-2.06', 'VD2023', 2, 'VALIDATE', code, '0', 'OPEN', current_timestamp
        from ministry where code in ('BE-IBZ', 'BE-JUS')
        """);

    alarms.check();

    assertThat(alarms.raised())
        .extracting(Alarm::fault)
        .containsExactly(new Fault(Fault.Kind.MINISTRY_WITHOUT_PEOPLE, "BE-JUS"));
  }

  @ParameterizedTest
  @EnumSource
  void emailsThatWaitAlthoughTheRelayAnswersAreAFault(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    sql(RELAY_FAILS);
    alarms.check();
    sql(RELAY_ANSWERS);
    alarms.check();
    assertThat(alarms.raised()).isEmpty();

    sql("update email set next_attempt_at = current_timestamp - interval '121' minute");
    alarms.check();
    assertThat(alarms.raised())
        .extracting(Alarm::fault)
        .containsExactly(Fault.of(Fault.Kind.EMAILS_STUCK));
  }

  @ParameterizedTest
  @EnumSource
  void aNodeWithAWrongClockReportsOnlyThatAndOthersDoNotClearIt(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    AlarmWatch wrong =
        new AlarmWatch(
            modules().get(JdbcAlarms.class),
            List.copyOf(modules().context().getBeansOfType(FaultSource.class).values()),
            WrongClock.of(database().jdbc()));
    sql(RELAY_FAILS);

    wrong.check();
    assertThat(alarms.raised())
        .extracting(Alarm::fault)
        .containsExactly(Fault.of(Fault.Kind.CLOCK));

    sql(RELAY_ANSWERS);
    alarms.check();
    assertThat(alarms.raised()).hasSize(1);

    sql("update alarm set seen_at = current_timestamp - interval '11' minute");
    alarms.check();
    assertThat(alarms.raised()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRestoredCopyReportsNothing(TestDatabase kind) {
    AlarmWatch alarms = open(kind);
    sql("update installation set instance = 'https://other.example.org'");
    sql(RELAY_FAILS);

    alarms.check();

    assertThat(alarms.raised()).isEmpty();
    assertThat(emails()).isEmpty();
  }

  /** Opens the modules after today's round. */
  private AlarmWatch open(TestDatabase kind) {
    database = kind.open();
    modules =
        new TestRooms(database, clock)
            .property("jalon.mail.folder", folder.toString())
            .property("jalon.base-url", "https://jalon.example.org")
            .open(
                "directory",
                "meeting",
                "commitment",
                "actionitem",
                "transition",
                "overview",
                "mail",
                "reminder",
                "operation.alarm",
                "operation.standby");
    modules
        .get(Directory.class)
        .enter(
            ReminderFixture.MINISTRIES,
            List.of(
                administrator("admin", "admin@example.org", Texts.FR),
                administrator("admin-nl", "admin-nl@example.org", Texts.NL),
                administrator("admin-mute", null, Texts.FR),
                ReminderFixture.BE_IBZ));
    modules().get(ReminderRound.class).run(LocalDate.of(2027, 3, 1), false);
    return modules().get(AlarmWatch.class);
  }

  private static Person administrator(String id, @Nullable String address, Language language) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte " + id, null),
        address == null ? null : new EmailAddress(address),
        language,
        Role.ADMINISTRATOR,
        null);
  }

  private TestRooms modules() {
    return Objects.requireNonNull(modules);
  }

  private TestDatabase.Opened database() {
    return Objects.requireNonNull(database);
  }

  private List<Email> emails() {
    return modules()
        .get(MailQueue.class)
        .page(new EmailFilter(null, null, null, null), new Page.Request(0, 50))
        .items();
  }

  private void sql(String statement) {
    database().jdbc().sql(statement).update();
  }
}
