package eu.jalon.reminder.news;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Role;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who are newly concerned by a commitment hear what happened since. */
class NewlyConcernedTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theNewLeadHearsOfItsLeadAndOfWhatFollows(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.people(ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-MOB"));
      news.changed(CommitmentChange.Type.TITLE, null, null, "Avant.", "coord-fr");
      news.changed(CommitmentChange.Type.REASSIGNED, "BE-IBZ", "BE-MOB", "Repris.", "coord-be");
      news.update("update commitment_lead set ministry = 'BE-MOB' where party = 'BE'");
      news.changed(CommitmentChange.Type.SUMMARY, null, null, "Après.", "coord-fr");

      news.round("2027-03-01");

      assertThat(news.text("be-mob")).contains("Repris.", "Après.").doesNotContain("Avant.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLeadThatWasAssociatedBeforeHearsAll(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.TITLE, null, null, "Avant.", "coord-fr");
      news.changed(CommitmentChange.Type.REASSIGNED, "BE-IBZ", "BE-JUS", "Repris.", "coord-be");
      news.changed(CommitmentChange.Type.ASSOCIATED, "BE-JUS", null, "Repris.", "coord-be");
      news.update("update commitment_lead set ministry = 'BE-JUS' where party = 'BE'");
      news.update("delete from commitment_associate");

      news.round("2027-03-01");

      assertThat(news.text("be-jus")).contains("Avant.", "Repris.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewlyAssociatedMinistryHearsOfThatAndOfWhatFollows(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.TITLE, null, null, "Avant.", "coord-fr");
      news.changed(CommitmentChange.Type.ASSOCIATED, null, "BE-JUS", "Associé.", "coord-be");
      news.changed(CommitmentChange.Type.SUMMARY, null, null, "Après.", "coord-fr");

      news.round("2027-03-01");

      assertThat(news.text("be-jus")).contains("Associé.", "Après.").doesNotContain("Avant.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void newPeopleOfAMinistryHearWhatHappenedSinceTheyAreThere(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.people(ReminderFixture.person("be-jus-3", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Avant.", "coord-fr");
      JdbcPeople accounts = news.reminders.rooms.get(JdbcPeople.class);
      accounts.close(new PersonId("be-jus-3"), news.reminders.clock.instant());
      news.reminders.clock.moveTo("2027-03-01T07:02");
      accounts.reopen(new PersonId("be-jus-3"));
      news.people(
          ReminderFixture.person("be-jus-2", Texts.FR, Role.FOCAL_POINT, "BE-JUS"),
          ReminderFixture.person("coord-be-2", Texts.FR, Role.COORDINATOR, "BE-PM"),
          ReminderFixture.person("be-ibz-nl", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.changed(CommitmentChange.Type.REOPENED, "WITHDRAWN", null, "Après.", "coord-fr");

      news.round("2027-03-01");

      assertThat(news.text("be-jus")).contains("Avant.", "Après.");
      assertThat(news.text("coord-be")).contains("Avant.", "Après.");
      assertThat(news.text("be-jus-2")).contains("Après.").doesNotContain("Avant.");
      assertThat(news.text("coord-be-2")).contains("Après.").doesNotContain("Avant.");
      assertThat(news.text("be-jus-3")).as("reopened").contains("Après.").doesNotContain("Avant.");
      assertThat(news.text("be-ibz-nl")).as("moved").contains("Après.").doesNotContain("Avant.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void peopleOfAMergedMinistryHearAll(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Avant.", "coord-fr");
      news.people(ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-MOB"));
      news.update("update ministry set merged_into = 'BE-JUS' where code = 'BE-MOB'");
      news.reminders.clock.moveTo("2027-03-01T07:02");
      news.people(ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));

      news.round("2027-03-01");

      assertThat(news.text("be-mob")).contains("Avant.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMinistryThatTakesOverHearsOnceWhatTheFormerOneDidNot(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.update("delete from commitment_associate");
      news.update("update commitment_lead set ministry = 'BE-MOB' where party = 'BE'");
      CommitmentRef closed = CommitmentRef.of(NewsFixture.REF.meeting(), 2, 61);
      news.enter(closed);
      news.people(
          ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-MOB"),
          ReminderFixture.person("be-jus-2", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.changed(CommitmentChange.Type.TITLE, null, null, "Dit avant.", "coord-fr");
      news.sent("2027-03-01");
      assertThat(news.text("be-mob")).contains("Dit avant.");
      news.changed(CommitmentChange.Type.SUMMARY, null, null, "Pas encore dit.", "coord-fr");
      news.changed(closed, CommitmentChange.Type.WITHDRAWN, null, null, "Retirée.", "coord-fr");

      news.update("update ministry set merged_into = 'BE-JUS' where code = 'BE-MOB'");
      news.update(
          "update commitment_lead set ministry = 'BE-JUS'"
              + " where party = 'BE' and ref = 'VD2023-2.06'");
      news.people(ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
      news.changed(CommitmentChange.Type.REASSIGNED, "BE-MOB", "BE-JUS", "Fusion.", "coord-be");
      news.sent("2027-03-02");

      assertThat(news.text("be-jus")).contains("Pas encore dit.", "Retirée.", "Fusion.");
      assertThat(news.text("be-mob"))
          .contains("Pas encore dit.", "Retirée.", "Fusion.", "https://jalon.example.org/my-work")
          .doesNotContain("Dit avant.", "commitments/" + closed);
      news.round("2027-03-03");
      assertThat(news.reminders.emails()).as("nothing is told twice").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSubstituteHearsWhatTheAbsentPersonHasNotHeard(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      granted(news, "Avant.");
      news.sent("2027-03-01");
      granted(news, "Après.");
      news.reminders.clock.moveTo("2027-03-02T07:00");
      news.absent(ReminderFixture.BE_IBZ, ReminderFixture.BE_IBZ_NL);

      news.round("2027-03-02");

      assertThat(news.text("be-ibz-nl")).contains("Après.").doesNotContain("Avant.");
    }
  }

  private static void granted(NewsFixture news, String reason) {
    news.changed(CommitmentChange.Type.REASSIGNMENT_ASKED, null, null, null, "be-ibz");
    news.changed(CommitmentChange.Type.REASSIGNMENT_GRANTED, null, "BE-JUS", reason, "coord-be");
  }
}
