package eu.jalon.directory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of ministries from a day on. */
@Tag("integration")
class MinistryNamesTest {

  private static final PartyCode CA = new PartyCode("CA");
  private static final MinistryCode MINISTRY = new MinistryCode("CA-IM");
  private static final LocalText FORMER = LocalText.of(Texts.EN, "Immigration");
  private static final LocalText NEW = LocalText.of(Texts.EN, "Immigration and Borders");

  @ParameterizedTest
  @EnumSource
  void aNewNameHoldsFromMidnightWhereTheMinistryIs(TestDatabase kind) {
    TestClock clock = TestClock.at("2027-03-01T12:00");
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms =
            new TestRooms(database, clock).open("directory", "commitment", "meeting")) {
      ZoneId zone = ZoneId.of("America/Toronto");
      rooms
          .get(Parties.class)
          .enter(List.of(new Party(CA, FORMER, zone, "ca", Set.of(), 0)), List.of());
      rooms.get(Directory.class).enter(List.of(new Ministry(MINISTRY, true, FORMER)), List.of());
      JdbcMinistries ministries = rooms.get(JdbcMinistries.class);
      ministries.rename(MINISTRY, NEW, LocalDate.of(2027, 3, 2));

      clock.moveTo(Instant.parse("2027-03-02T04:59:00Z"));
      assertThat(name(ministries)).isEqualTo(FORMER);
      assertThat(ministries.upcoming(MINISTRY))
          .hasValue(new JdbcMinistries.Renaming(NEW, LocalDate.of(2027, 3, 2)));

      clock.moveTo(Instant.parse("2027-03-02T05:00:00Z"));
      assertThat(name(ministries)).isEqualTo(NEW);
      assertThat(ministries.upcoming(MINISTRY)).isEmpty();
    }
  }

  private static LocalText name(JdbcMinistries ministries) {
    return ministries.all().stream()
        .filter(ministry -> ministry.code().equals(MINISTRY))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
