package eu.jalon.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.directory.file.DirectoryFile;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parties and series from the directory file. */
@Tag("integration")
class PartiesTest {

  private static final PartyCode BE = new PartyCode("BE");
  private static final PartyCode NL = new PartyCode("NL");

  private static final String FILE =
      """
      parties:
        - code: NL
          name: {fr: "Pays-Bas", nl: "Nederland"}
          zone: Europe/Amsterdam
          calendar: nl
          bridgingDays: ["2027-05-07"]
      series:
        - id: BN
          name: {fr: "Exemple", nl: "Voorbeeld"}
          parties: [NL, BE]
          languages: [nl, fr]
          defaultDeadline: S-30
          everyPartyLeads: false
          restricted: true
      ministries:
        - code: NL-AZ
          coordination: true
          name: {fr: "Affaires générales", nl: "Algemene Zaken"}
        - code: NL-JV
          coordination: false
          name: {fr: "Justice", nl: "Justitie"}
      people: []
      """;

  @ParameterizedTest
  @EnumSource
  void aSeriesOfOtherPartiesIsDescribedInTheDirectoryFile(TestDatabase kind) throws IOException {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms =
            new TestRooms(database, TestClock.at("2027-01-04T09:00"))
                .open("directory", "commitment.deadline", "meeting")) {
      DirectoryFile file = read(FILE);
      Parties parties = rooms.get(Parties.class);
      assertThat(parties.all()).extracting(Party::code).doesNotContain(NL);
      parties.enter(file.parties(), file.series());
      parties.enter(file.parties(), file.series());
      rooms.get(Directory.class).enter(file.ministries(), file.people());

      Series series = parties.series("BN");
      assertThat(series.parties()).containsExactly(NL, BE);
      assertThat(series.languages()).containsExactly(Texts.NL, Texts.FR);
      assertThat(series.everyPartyLeads()).isFalse();
      assertThat(series.restricted()).isTrue();
      assertThat(parties.seriesOf(NL)).containsExactly(series);
      assertThat(parties.seriesOf(BE)).extracting(Series::id).containsExactly("BN", "VD");
      assertThat(rooms.get(Directory.class).coordinationOf(NL)).hasToString("NL-AZ");

      WorkingDays calendar = rooms.get(WorkingDays.class);
      LocalDate kingsDay = LocalDate.parse("2027-04-27");
      assertThat(calendar.isWorkingDay(kingsDay, NL)).isFalse();
      assertThat(calendar.isWorkingDay(kingsDay, BE)).isTrue();
      assertThat(calendar.isWorkingDay(LocalDate.parse("2027-05-07"), NL)).isFalse();
      assertThat(calendar.endOf(kingsDay, NL)).isEqualTo(Instant.parse("2027-04-27T21:59:59Z"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void todayIsThatOfThePartyAndOfItsPeople(TestDatabase kind) throws IOException {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms =
            new TestRooms(database, TestClock.at("2027-01-04T18:00"))
                .open("directory", "commitment.deadline", "meeting")) {
      DirectoryFile file = read(FILE.replace("Europe/Amsterdam", "Pacific/Auckland"));
      rooms.get(Parties.class).enter(file.parties(), file.series());
      Today today = rooms.get(Today.class);
      WorkingDays calendar = rooms.get(WorkingDays.class);
      LocalDate fourth = LocalDate.of(2027, 1, 4);

      assertThat(today.of(BE)).isEqualTo(fourth);
      assertThat(today.of(NL)).isEqualTo(fourth.plusDays(1));
      assertThat(today.of(person("be", Role.COORDINATOR, "BE-PM"))).isEqualTo(fourth);
      assertThat(today.of(person("nl", Role.COORDINATOR, "NL-AZ"))).isEqualTo(fourth.plusDays(1));
      assertThat(today.of(person("admin", Role.ADMINISTRATOR, null))).isEqualTo(fourth);
      assertThat(calendar.day(Instant.parse("2027-01-04T12:00:00Z"), NL))
          .isEqualTo(fourth.plusDays(1));
      assertThat(calendar.afterEndOf(fourth, NL)).isEqualTo(Instant.parse("2027-01-04T11:00:00Z"));
    }
  }

  private static Person person(String id, Role role, @Nullable String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Compte", null),
        null,
        Texts.FR,
        role,
        ministry == null ? null : new MinistryCode(ministry));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: NL|code: nl|party.code",
        "zone: Europe/Amsterdam|zone: Europe/Atlantis|party.zone",
        "calendar: nl|calendar: xx|party.calendar",
        "2027-05-07|2027-02-29|date.format",
        "id: BN|id: bn|series.id",
        "[NL, BE]|[NL]|series.parties",
        "[NL, BE]|[NL, NL]|series.parties",
        "[NL, BE]|[NL, LU]|series.party",
        "[nl, fr]|[]|series.languages",
        "S-30|soon|deadline.rule",
        "coordination: false|coordination: true|party.twoCoordinations",
      })
  void aWrongValueIsRefusedAndNothingIsKept(String right, String wrong, String key) {
    try (TestDatabase.Opened database = TestDatabase.H2.open();
        TestRooms rooms =
            new TestRooms(database, TestClock.at("2027-01-04T09:00"))
                .open("directory", "commitment.deadline", "meeting")) {
      Parties parties = rooms.get(Parties.class);

      assertThatThrownBy(
              () -> {
                DirectoryFile file = read(FILE.replace(right, wrong));
                parties.enter(file.parties(), file.series());
              })
          .isInstanceOfSatisfying(
              ValidationError.class, refusal -> assertThat(refusal.key()).startsWith(key));
      assertThat(parties.all()).extracting(Party::code).doesNotContain(NL);
      assertThat(parties.series()).extracting(Series::id).doesNotContain("BN");
    }
  }

  private static DirectoryFile read(String text) throws IOException {
    return DirectoryFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
