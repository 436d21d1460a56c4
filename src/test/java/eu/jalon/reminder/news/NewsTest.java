package eu.jalon.reminder.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.Role;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.email.ResendService;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes and decisions are told in the digest. */
class NewsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void focalPoints19_anAssociatedMinistryIsToldOfAMilestoneOnce(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.REPORTED, "BE-IBZ", "ON_TRACK", null, "be-ibz");
      news.changed(CommitmentChange.Type.REPORTED, "BE-IBZ", "AT_RISK", null, "be-ibz");
      news.changed(CommitmentChange.Type.REPORTED, "BE-IBZ", "AT_RISK", null, "be-ibz");
      news.changed(CommitmentChange.Type.PRIORITY, "NORMAL", "HIGH", "Urgent.", "coord-be");
      news.round("2027-03-01");
      assertThat(news.reminders.emailTo("be-jus").subject()).startsWith("1 changement");
      assertThat(news.text("be-jus"))
          .contains("À risque")
          .contains("https://jalon.example.org/commitments/VD2023-2.06")
          .doesNotContain("Urgent.");
      news.reminders.dispatch();

      news.round("2027-03-02");
      assertThat(news.reminders.emails()).doesNotContainKey("be-jus");
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints11_theDecisionIsToldToTheMinistryThatAskedEvenIfTheFirstEmailIsLost(
      TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(
          CommitmentChange.Type.EXTENSION_REFUSED,
          null,
          "2027-06-30",
          "Le comité se réunit en mai.",
          "coord-be");
      news.round("2027-03-01");
      assertThat(news.text("be-ibz")).contains("Le comité se réunit en mai.");
      assertThat(news.reminders.emails()).doesNotContainKeys("fr-int", "be-jus");

      news.round("2027-03-02");
      assertThat(news.text("be-ibz")).contains("Le comité se réunit en mai.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeAfterTheOneThatWasGrantedIsNewsToo(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(
          CommitmentChange.Type.EXTENSION_GRANTED,
          null,
          "2027-06-30",
          "Accordé jusqu’en juin.",
          "coord-be");
      news.changed(CommitmentChange.Type.DUE_DATE, "2027-03-10", "2027-06-30", null, "coord-be");
      news.changed(
          CommitmentChange.Type.DUE_DATE,
          "2027-06-30",
          "2027-07-15",
          "Le comité est reporté.",
          "coord-be");
      news.round("2027-03-01");
      assertThat(news.text("be-ibz")).contains("Accordé jusqu’en juin.", "Le comité est reporté.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators9_publicReports3_theMinistryThatLosesALeadIsTold(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.reminders.database.jdbc().sql("delete from commitment_associate").update();
      news.changed(
          CommitmentChange.Type.REASSIGNED,
          "BE-JUS",
          "BE-IBZ",
          "L’Intérieur s’en charge.",
          "coord-be");
      news.round("2027-03-01");
      assertThat(news.text("be-jus"))
          .contains("SPF Intérieur")
          .contains("https://jalon.example.org/my-work");
      assertThat(news.text("be-ibz")).contains("L’Intérieur s’en charge.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeNamesTheMinistryThatMadeIt(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.PRIORITY, "NORMAL", "HIGH", "Urgent.", "coord-fr");
      news.round("2027-03-01");

      assertThat(news.text("be-ibz"))
          .contains("1 changement dans vos prochaines étapes")
          .contains("Services du Premier ministre (FR)")
          .contains("haute")
          .contains("Urgent.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAGrantedRequestLeadsToIsToldToTheOthersOnly(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.EXTENSION_ASKED, null, "2027-06-30", "Tard.", "be-ibz");
      news.changed(CommitmentChange.Type.EXTENSION_GRANTED, null, "2027-06-30", "Oui.", "coord-be");
      news.changed(CommitmentChange.Type.DUE_DATE, "2027-05-31", "2027-06-30", "Oui.", "coord-be");
      news.round("2027-03-01");

      assertThat(news.text("be-ibz"))
          .contains("Prolongation accordée")
          .doesNotContain("Échéance modifiée");
      assertThat(news.text("fr-int")).contains("Échéance modifiée").doesNotContain("Prolongation");
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePartiesToAProposalHearOnceThatItIsCarriedOut(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.PROPOSED, null, "WITHDRAWAL", "Caduc.", "coord-fr");
      news.changed(CommitmentChange.Type.PROPOSAL_CONFIRMED, null, "WITHDRAWAL", null, "coord-be");
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Caduc.", "coord-fr");
      news.round("2027-03-01");

      assertThat(news.reminders.emails()).doesNotContainKeys("coord-be", "coord-fr");
      assertThat(news.text("be-ibz")).contains("Retirée").contains("Caduc.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatWasCommittedLateIsToldTheNextDay(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Caduc.", "coord-be");
      news.sent("2027-03-01");

      news.reminders.clock.moveTo("2027-03-01T07:02");
      news.changed(CommitmentChange.Type.REOPENED, "WITHDRAWN", null, "Erreur.", "coord-be");
      news.round("2027-03-02");

      assertThat(news.text("be-jus")).contains("Erreur.").doesNotContain("Caduc.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSubstituteOfTheOneWhoAskedHearsTheDecision(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.REASSIGNMENT_ASKED, null, null, "Autre.", "be-ibz");
      news.changed(CommitmentChange.Type.REASSIGNMENT_GRANTED, null, "BE-JUS", "Oui.", "coord-be");
      news.reminders.clock.moveTo("2027-03-01T07:05");
      news.absent(ReminderFixture.BE_IBZ, ReminderFixture.BE_IBZ_NL);

      news.reminders.run();

      assertThat(news.text("be-ibz-nl")).contains("Andere trekker toegestaan");
      assertThat(news.reminders.emails()).doesNotContainKey("be-ibz");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDigestThatIsSentAgainBringsItsChangesAndTheNextOneDoesNot(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Caduc.", "coord-be");
      news.round("2027-03-01");
      UUID failed = news.reminders.emailTo("be-ibz").id();
      news.close(failed, EmailStatus.FAILED);

      news.reminders.clock.moveTo("2027-03-02T06:30");
      sendAgain(news, failed);
      assertThat(news.text("be-ibz")).contains("Caduc.");
      assertThat(news.text(failed))
          .as("the first one shows what it was to tell")
          .contains("Caduc.");

      news.round("2027-03-02");
      assertThat(emailsTo(news, "be-ibz")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDigestThatIsSentAgainDoesNotRepeatWhatTheNextOneTold(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Caduc.", "coord-be");
      news.round("2027-03-01");
      UUID failed = news.reminders.emailTo("be-ibz").id();
      news.close(failed, EmailStatus.FAILED);
      news.sent("2027-03-02");

      assertThatThrownBy(() -> sendAgain(news, failed))
          .isInstanceOfSatisfying(
              ValidationError.class, e -> assertThat(e.key()).isEqualTo("email.nothingLeft"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatADigestThatWasReturnedToldComesOnceWithTheNextOne(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Caduc.", "coord-be");
      news.sent("2027-03-01");
      UUID returned = news.reminders.emailTo("be-ibz").id();
      news.close(returned, EmailStatus.BOUNCED);

      news.sent("2027-03-02");
      assertThat(news.text("be-ibz")).contains("Caduc.");
      assertThat(news.text(returned)).contains("Caduc.");
      assertThat(news.reminders.emails()).as("theirs arrived").doesNotContainKey("be-jus");

      news.round("2027-03-03");
      assertThat(news.reminders.emails()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecoveryAfterACarryOverIsTold(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      CommitmentRef continued = news.continued();
      news.changed(CommitmentChange.Type.REPORTED, "BE-IBZ", "AT_RISK", null, "be-ibz");
      news.changed(continued, CommitmentChange.Type.REPORTED, "BE-IBZ", "AT_RISK", null, "be-ibz");
      news.sent("2027-03-01");
      assertThat(news.text("be-jus")).as("the status is known").doesNotContain(continued.value());

      news.changed(continued, CommitmentChange.Type.REPORTED, "BE-IBZ", "ON_TRACK", null, "be-ibz");
      news.changed(continued, CommitmentChange.Type.REPORTED, "BE-IBZ", "ON_TRACK", null, "be-ibz");
      news.round("2027-03-02");
      assertThat(news.reminders.emailTo("be-jus").subject()).startsWith("1 changement");
      assertThat(news.text("be-jus")).contains("En bonne voie").contains(continued.value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGrantAnswersTheRequestThatWaitsAndNoneThatEndedWithAClosing(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.people(ReminderFixture.person("be-mob", Texts.FR, Role.FOCAL_POINT, "BE-MOB"));
      news.changed(CommitmentChange.Type.EXTENSION_ASKED, null, "2027-06-30", "Tard.", "be-mob");
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, null, "coord-be");
      news.update("update commitment_request set status = 'DROPPED'");
      news.changed(CommitmentChange.Type.REOPENED, "WITHDRAWN", "IN_PROGRESS", null, "coord-be");
      news.reminders.clock.moveTo("2027-03-01T07:02");
      news.request(NewsFixture.REF, "EXTENSION", "coord-be");
      news.changed(CommitmentChange.Type.EXTENSION_GRANTED, null, "2027-06-30", "Oui.", "coord-be");

      news.round("2027-03-01");

      assertThat(news.text("be-ibz")).contains("Oui.");
      assertThat(news.reminders.emails()).doesNotContainKey("be-mob");
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofARestrictedCommitmentADigestGivesTheReferenceOnly(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.reminders.database.jdbc().sql("update commitment set restricted = true").update();
      news.changed(CommitmentChange.Type.WITHDRAWN, null, null, "Secret.", "coord-be");
      news.round("2027-03-01");

      assertThat(news.text("be-jus"))
          .contains("VD2023-2.06")
          .contains("Retirée")
          .doesNotContain("Secret.")
          .doesNotContain("Tournai");
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators5_theCalendarEntryOfAnItemWithoutADateIsCancelled(TestDatabase database) {
    try (NewsFixture news = new NewsFixture(database, folder)) {
      news.reminders.open("first", "BE-IBZ", 3);
      news.sent("2027-03-01");

      news.reminders.clock.moveTo("2027-03-01T10:00");
      news.reminders.database.jdbc().sql("update action_item set due_on = null").update();
      news.changed(CommitmentChange.Type.DUE_DATE, "2027-03-04", null, "Report.", "coord-be");
      news.round("2027-03-02");

      assertThat(news.composed(news.reminders.emailTo("be-ibz").id()).calendar())
          .satisfies(
              file ->
                  assertThat(file.events()).singleElement().matches(CalendarFile.Event::cancelled));
    }
  }

  private static void sendAgain(NewsFixture news, UUID email) {
    news.reminders
        .rooms
        .get(ResendService.class)
        .send(email, "La boîte était pleine.", false, ReminderFixture.COORD_BE);
  }

  private static int emailsTo(NewsFixture news, String person) {
    return news.reminders
        .database
        .jdbc()
        .sql("select count(*) from email where person_id = :person")
        .param("person", person)
        .query(Integer.class)
        .single();
  }
}
