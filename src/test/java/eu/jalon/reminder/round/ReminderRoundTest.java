package eu.jalon.reminder.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.form.Step;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The e-mails of a round and their recipients. */
class ReminderRoundTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void eachPersonReceivesOneEmailAboutAllTheirItems(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "BE-IBZ", 25);
      fixture.open("b", "BE-IBZ", -3);
      fixture.open("c", "FR-INT", 1);
      fixture.open("far", "FR-INT", 31);

      RoundResult report = fixture.run();

      assertThat(report).isEqualTo(new RoundResult(fixture.today(), 3, 5, Map.of()));
      assertThat(fixture.emails()).containsOnlyKeys("be-ibz", "be-ibz-nl", "fr-int");
      assertThat(fixture.emailTo("be-ibz").subject())
          .isEqualTo(
              "2 actions à mener, dont 1 en retard\u00a0: faire le bilan" + " – Renforcer le…");
      assertThat(fixture.emailTo("be-ibz-nl").subject())
          .isEqualTo("2 actiepunten, waarvan 1 te laat: de eindbeoordeling opmaken");
      assertThat(fixture.logOf("a"))
          .extracting(RecordedReminder::stage)
          .containsOnly(ReminderStage.AHEAD);
      assertThat(fixture.logOf("far")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators11_anItemOfAnOverdueCommitmentIsRemindedOfFromItsOpening(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 25);
      fixture
          .database
          .jdbc()
          .sql("update commitment set due_on = :due")
          .param("due", fixture.today().minusDays(46))
          .update();

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("fr-int");
      assertThat(fixture.emailTo("fr-int").subject()).contains("en retard");
      assertThat(fixture.logOf("a"))
          .extracting(RecordedReminder::stage)
          .containsOnly(ReminderStage.DUE);
      fixture.clock.moveTo("2027-03-15T07:00");
      fixture.run();
      assertThat(fixture.emails()).containsKeys("fr-int", "coord-fr");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunReturnsTheCountsAndWritesNothing(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 30);

      assertThat(fixture.round().run(fixture.today(), true).emails()).isZero();
      assertThat(fixture.round().run(fixture.today().plusDays(1), true).emails()).isEqualTo(1);

      assertThat(fixture.rowsOfReminder()).isZero();
      assertThat(fixture.emails()).isEmpty();
      assertThat(fixture.round().lastRound()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinatorsOfTheCountryAreRemindedFromTheTenthWorkingDay(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", -13);
      fixture.run();
      assertThat(fixture.emails()).containsOnlyKeys("fr-int");

      fixture.clock.moveTo("2027-03-02T07:00");
      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("fr-int", "coord-fr");
      assertThat(fixture.emailTo("coord-fr").subject())
          .startsWith("1 action signalée\u00a0: faire le bilan");
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheAssigneeOfAClaimedItemIsReminded(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open(
          "a",
          "BE-IBZ",
          Step.TAKE_CHARGE,
          fixture.today().plusDays(7),
          ReminderFixture.BE_IBZ_NL.id());

      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("be-ibz-nl");
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinatorsAreRemindedOfAValidationOnce(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "BE-PM", Step.VALIDATE, fixture.today().minusDays(20), null);

      RoundResult report = fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("coord-be");
      assertThat(report.reminders()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnreachablePersonIsRecordedOnceAndTheCoordinatorIsReminded(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("mute", "BE-MOB", 7);
      fixture.open("empty", "BE-JUS", 7);

      assertThat(fixture.run().suppressed())
          .isEqualTo(Map.of(Suppression.NO_ADDRESS, 1, Suppression.NO_RECIPIENT, 1));
      fixture.dispatch();
      fixture.clock.moveTo("2027-03-02T07:00");
      assertThat(fixture.run().suppressed())
          .isEqualTo(Map.of(Suppression.NO_ADDRESS, 1, Suppression.NO_RECIPIENT, 1));

      assertThat(fixture.logOf("mute"))
          .filteredOn(entry -> entry.email().isEmpty())
          .extracting(RecordedReminder::suppression)
          .containsExactly(Suppression.NO_ADDRESS);
      assertThat(fixture.logOf("mute"))
          .filteredOn(entry -> entry.email().isPresent())
          .extracting(RecordedReminder::person, RecordedReminder::standsFor)
          .containsExactly(tuple(ReminderFixture.COORD_BE.id(), ReminderFixture.BE_MUTE.id()));
      assertThat(fixture.logOf("empty"))
          .extracting(RecordedReminder::suppression)
          .containsExactly(Suppression.NO_RECIPIENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedDueDateIsReportedOnce(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 60);
      fixture.open("b", "FR-INT", 7);
      fixture.move("a", fixture.today().plusDays(90));
      fixture.move("b", fixture.today().plusDays(7));

      fixture.run();
      assertThat(fixture.logOf("a"))
          .extracting(RecordedReminder::stage)
          .containsExactly(ReminderStage.MOVED);
      assertThat(fixture.logOf("b"))
          .extracting(RecordedReminder::stage)
          .containsExactly(ReminderStage.CLOSE);
      ComposedEmail email =
          fixture.rooms.get(MailQueue.class).preview(fixture.emailTo("fr-int").id()).orElseThrow();
      assertThat(email.text()).contains("1 action a une nouvelle date");
      fixture.dispatch();

      fixture.clock.moveTo("2027-03-02T07:00");
      assertThat(fixture.run().reminders()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewDueDateStartsTheStagesAgain(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 7);
      fixture.run();
      fixture.redate("a", fixture.today().plusDays(8));

      fixture.clock.moveTo("2027-03-02T07:00");

      assertThat(fixture.run().reminders()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void openItemsAreReadInBatches(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      for (int i = 0; i < 2100; i++) {
        fixture.open("item-" + i, "FR-INT", 7);
      }

      RoundResult report = fixture.run();

      assertThat(report.emails()).isEqualTo(1);
      assertThat(report.reminders()).isEqualTo(2100);
      Email email = fixture.emailTo("fr-int");
      assertThat(email.refs()).containsExactly(ReminderFixture.REF);
      assertThat(fixture.rooms.get(MailQueue.class).preview(email.id()).orElseThrow().text())
          .containsPattern("2\\h080 autres actions vous attendent dans Jalon")
          .hasSizeLessThan(10_000);
    }
  }
}
