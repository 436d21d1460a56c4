package eu.jalon.reminder.news;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.Role;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Texts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who follow a commitment hear of its changes, as long as they may see it. */
class FollowersNewsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void publicReports12_whoFollowsHearsOnceOfWhatChangesSince(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.PRIORITY, "NORMAL", "HIGH", "Avant.", "coord-fr");
      news.reminders.clock.moveTo("2027-03-01T07:02");
      news.follow(NewsFixture.REF, "be-jus");
      news.follow(NewsFixture.REF, "be-ibz");
      news.changed(CommitmentChange.Type.PRIORITY, "HIGH", "NORMAL", "Après.", "coord-fr");

      news.sent("2027-03-01");

      assertThat(news.text("be-jus"))
          .contains("Après.", "https://jalon.example.org/commitments/VD2023-2.06")
          .doesNotContain("Avant.");
      assertThat(news.text("be-ibz")).as("a lead").containsOnlyOnce("Après.");
      news.round("2027-03-02");
      assertThat(news.reminders.emails()).doesNotContainKey("be-jus");
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_whoFollowsHearsOfTheCommitmentThatContinues(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.follow(NewsFixture.REF, "be-jus");
      CommitmentRef ref = news.continued();
      news.changed(ref, CommitmentChange.Type.PRIORITY, "NORMAL", "HIGH", "Urgent.", "coord-fr");

      news.round("2027-03-01");

      assertThat(news.text("be-jus")).contains("Urgent.", ref.value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_whoMayNotSeeTheCommitmentTodayHearsNothing(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.people(
          ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-MOB"),
          ReminderFixture.person("coord-be-2", Texts.FR, Role.COORDINATOR, "BE-PM"));
      for (String person : new String[] {"be-jus", "be-mob", "coord-be", "coord-be-2"}) {
        news.follow(NewsFixture.REF, person);
      }
      news.changed(CommitmentChange.Type.TAKEN_IN_CHARGE, "FR-INT", null, null, "fr-int");
      news.update("delete from commitment_associate");
      news.update("update person set closed_at = current_timestamp where id = 'coord-be-2'");

      news.round("2027-03-01");

      assertThat(news.reminders.emails())
          .containsKey("coord-be")
          .doesNotContainKeys("be-jus", "be-mob", "coord-be-2");
      assertThat(news.text("coord-be")).contains("commitments/VD2023-2.06");
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_noCoordinatorOutsideTheSeriesHearsOfIt(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.follow(NewsFixture.REF, "coord-be");
      news.update(
          "insert into party (code, name, zone, calendar)"
              + " select 'NL', name, zone, calendar from party where code = 'BE'");
      news.update(
          "insert into series (id, name, languages, every_party_leads)"
              + " select 'ZZ', name, languages, every_party_leads from series"
              + " where id = 'VD'");
      news.update(
          "insert into series_party (series_id, party, place)"
              + " values ('ZZ', 'FR', 1), ('ZZ', 'NL', 2)");
      news.update("update meeting set series_id = 'ZZ' where id = 'VD2023'");
      news.changed(CommitmentChange.Type.TAKEN_IN_CHARGE, "FR-INT", null, null, "fr-int");

      news.round("2027-03-01");

      assertThat(news.reminders.emails()).doesNotContainKey("coord-be");
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_aSubstituteDoesNotHearWhatTheAbsentPersonFollows(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.people(ReminderFixture.person("be-jus-2", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.follow(NewsFixture.REF, "be-jus");
      news.changed(CommitmentChange.Type.PRIORITY, "NORMAL", "HIGH", "Urgent.", "coord-fr");
      news.absent(
          ReminderFixture.person("be-jus", Texts.FR, Role.FOCAL_POINT, "BE-JUS"),
          ReminderFixture.person("be-jus-2", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.round("2027-03-01");
      assertThat(news.reminders.emails()).doesNotContainKeys("be-jus", "be-jus-2");

      news.round("2027-03-02");

      assertThat(news.text("be-jus")).as("back again").contains("Urgent.");
    }
  }
}
