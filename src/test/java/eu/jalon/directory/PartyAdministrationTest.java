package eu.jalon.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.PartyAdministration.Coordination;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators enter and change parties and series. */
@Tag("integration")
class PartyAdministrationTest {

  private static final PartyCode BE = new PartyCode("BE");
  private static final PartyCode FR = new PartyCode("FR");
  private static final PartyCode NL = new PartyCode("NL");
  private static final LocalText NAME = LocalText.of(Texts.FR, "Exemple");
  private static final Coordination COORDINATION =
      new Coordination(new MinistryCode("NL-AZ"), LocalText.of(Texts.NL, "Algemene Zaken"));

  private static final Person ADMINISTRATOR =
      new Person(new PersonId("admin"), NAME, null, Language.first(), Role.ADMINISTRATOR, null);

  private static Party dutch(int version) {
    return new Party(NL, NAME, ZoneId.of("Europe/Amsterdam"), "nl", Set.of(), version);
  }

  private static Series series(int version, PartyCode... parties) {
    return new Series(
        "BN",
        NAME,
        List.of(parties),
        List.of(Texts.NL),
        true,
        "S-30",
        false,
        false,
        false,
        version);
  }

  @ParameterizedTest
  @EnumSource
  void partiesAndSeriesAreEnteredOnceAndChangedOverTheVersionThatWasRead(TestDatabase kind) {
    List<DirectoryChange> changes = new ArrayList<>();
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = open(database, changes)) {
      PartyAdministration desk = rooms.get(PartyAdministration.class);
      Parties parties = rooms.get(Parties.class);

      assertThat(desk.enter(dutch(0), COORDINATION, ADMINISTRATOR).version()).isZero();
      assertThat(rooms.get(Directory.class).coordinationOf(NL)).hasToString("NL-AZ");
      refused("party.exists", () -> desk.enter(dutch(0), COORDINATION, ADMINISTRATOR));
      assertThat(desk.enter(series(0, BE, NL), ADMINISTRATOR).parties()).containsExactly(BE, NL);
      refused("series.exists", () -> desk.enter(series(0, BE, NL), ADMINISTRATOR));

      Party closed =
          new Party(
              NL,
              NAME,
              ZoneId.of("Europe/Amsterdam"),
              "nl",
              Set.of(LocalDate.parse("2027-05-07")),
              0);
      assertThat(desk.change(closed, null, ADMINISTRATOR).version()).isEqualTo(1);
      refused("party.changed", () -> desk.change(dutch(0), null, ADMINISTRATOR));
      assertThat(parties.get(NL).bridgingDays()).hasSize(1);
      assertThat(desk.change(series(0, NL, BE, FR), ADMINISTRATOR).version()).isEqualTo(1);
      refused("series.changed", () -> desk.change(series(0, BE, NL), ADMINISTRATOR));
      assertThat(parties.series("BN").parties()).containsExactly(NL, BE, FR);
      assertThat(desk.change(series(1, NL, BE, FR), ADMINISTRATOR).version()).isEqualTo(1);

      assertThat(changes)
          .extracting(DirectoryChange::what, DirectoryChange::fields, DirectoryChange::added)
          .containsExactly(
              tuple("party=NL", List.of(), true),
              tuple("series=BN", List.of(), true),
              tuple("party=NL", List.of("bridgingDays"), false),
              tuple("series=BN", List.of("parties"), false));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartyStaysInASeriesWhileItLeadsCommitmentsOfIt(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = open(database, new ArrayList<>())) {
      PartyAdministration desk = rooms.get(PartyAdministration.class);
      desk.enter(dutch(0), COORDINATION, ADMINISTRATOR);
      desk.enter(series(0, BE, FR, NL), ADMINISTRATOR);
      JdbcClient jdbc = rooms.get(JdbcClient.class);
      jdbc.sql(
              """
              insert into meeting (id, kind, series_id, name, status)
              values ('BN2027', 'SUMMIT', 'BN', '{"fr":"Exemple"}', 'PLANNED')
              """)
          .update();
      jdbc.sql("insert into theme (meeting_id, number, title) values ('BN2027', 1, '{}')").update();
      jdbc.sql(
              """
              insert into commitment
                (ref, meeting_id, theme, position, title, track, accountable, deadline_rule,
                 status, entered_at, entered_by)
              values
                ('BN2027-1.01', 'BN2027', 1, 1, '{"fr":"Exemple"}', 'JOINT_POSITION', 'NL', 'S-30',
                 'IN_PROGRESS', current_timestamp, 'coord-be')
              """)
          .update();
      jdbc.sql(
              "insert into commitment_lead (ref, party, ministry)"
                  + " values ('BN2027-1.01', 'NL', 'NL-AZ')")
          .update();

      refused("series.partyLeads", () -> desk.change(series(0, BE, FR), ADMINISTRATOR));
      refused(
          "series.partyLeads",
          () -> rooms.get(Parties.class).enter(List.of(), List.of(series(0, BE, FR))));
      assertThat(desk.change(series(0, BE, NL), ADMINISTRATOR).parties()).containsExactly(BE, NL);
      jdbc.sql("update commitment set status = 'FULFILLED'").update();
      assertThat(desk.change(series(1, BE, FR), ADMINISTRATOR).parties()).containsExactly(BE, FR);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void theCoordinatingMinistryOfAPartyIsNamedOnce(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = open(database, new ArrayList<>())) {
      PartyAdministration desk = rooms.get(PartyAdministration.class);
      Directory directory = rooms.get(Directory.class);
      refused(
          "party.coordinationOfOther",
          () ->
              desk.enter(
                  dutch(0), new Coordination(new MinistryCode("BE-PM"), NAME), ADMINISTRATOR));
      refused(
          "party.coordinationName",
          () ->
              desk.enter(
                  dutch(0), new Coordination(new MinistryCode("NL-AZ"), null), ADMINISTRATOR));
      assertThat(rooms.get(Parties.class).find(NL)).isEmpty();
      desk.enter(dutch(0), COORDINATION, ADMINISTRATOR);
      refused(
          "party.twoCoordinations",
          () ->
              desk.change(
                  dutch(0), new Coordination(new MinistryCode("NL-JV"), NAME), ADMINISTRATOR));
      refused(
          "ministry.coordinationFixed",
          () ->
              directory.enter(
                  List.of(new Ministry(new MinistryCode("NL-AZ"), false, NAME)), List.of()));
      assertThat(directory.coordinationOf(NL)).hasToString("NL-AZ");
    }
  }

  private static TestRooms open(TestDatabase.Opened database, List<DirectoryChange> changes) {
    TestRooms rooms = new TestRooms(database, TestClock.at("2027-01-04T09:00"));
    rooms.open("directory", "commitment", "meeting");
    ((ConfigurableApplicationContext) rooms.context())
        .addApplicationListener(
            event -> {
              if (event instanceof PayloadApplicationEvent<?> payload
                  && payload.getPayload() instanceof DirectoryChange change) {
                changes.add(change);
              }
            });
    return rooms;
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
