package eu.jalon.reminder.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestDatabase;
import eu.jalon.reminder.RecordedReminder;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.RoundResult;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.ValidationError;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The days and times at which a round runs, and how it catches up. */
class ReminderRoundTimesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aSecondRoundOnTheSameDayQueuesNothing(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "BE-IBZ", 7);
      fixture.open("mute", "BE-MOB", 7);
      fixture.run();
      long rows = fixture.rowsOfReminder();

      RoundResult second = fixture.run();

      assertThat(second.emails()).isZero();
      assertThat(second.reminders()).isZero();
      assertThat(fixture.rowsOfReminder()).isEqualTo(rows);
      assertThat(fixture.emails()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemOpenedAfterTheRoundWaitsForTomorrow(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 7);
      fixture.run();
      fixture.open("late", "FR-INT", 1);

      assertThat(fixture.run().suppressed()).isEqualTo(Map.of(Suppression.CAPPED, 1));

      fixture.clock.moveTo("2027-03-02T07:00");
      assertThat(fixture.run().emails()).isEqualTo(1);
      assertThat(fixture.logOf("late"))
          .extracting(RecordedReminder::stage)
          .containsExactly(ReminderStage.DUE, ReminderStage.EVE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyADryRunMayBeForAnotherDay(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      assertThatExceptionOfType(ValidationError.class)
          .isThrownBy(() -> fixture.round().run(fixture.today().plusDays(1), false))
          .extracting(ValidationError::key)
          .isEqualTo("reminder.notToday");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "H2,         2027-07-21, fr-int",
    "H2,         2027-07-14, be-ibz be-ibz-nl",
    "POSTGRESQL, 2027-07-21, fr-int",
    "POSTGRESQL, 2027-07-14, be-ibz be-ibz-nl"
  })
  void noReminderIsSentOnAHolidayInTheRecipientsCountry(
      TestDatabase database, String day, String people) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, day + "T07:00")) {
      fixture.open("be", "BE-IBZ", 7);
      fixture.open("fr", "FR-INT", 7);

      RoundResult report = fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys(people.split(" "));
      assertThat(report.suppressed()).isEqualTo(Map.of(Suppression.DAY_OFF, 3 - report.emails()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReminderMissedOnADayOffIsSentOnTheNextWorkingDay(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-07-21T07:00")) {
      fixture.open("be", "BE-IBZ", 7);
      fixture.run();

      fixture.clock.moveTo("2027-07-22T07:00");
      fixture.run();

      assertThat(fixture.emails()).containsOnlyKeys("be-ibz", "be-ibz-nl");
      assertThat(fixture.logOf("be"))
          .filteredOn(entry -> entry.email().isPresent())
          .extracting(RecordedReminder::stage)
          .containsOnly(ReminderStage.CLOSE);
      assertThat(fixture.logOf("be"))
          .extracting(RecordedReminder::suppression)
          .contains(Suppression.DAY_OFF);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterADowntimeOnlyTheLatestStageIsSent(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 30);
      fixture.clock.moveTo("2027-04-01T07:00");

      RoundResult report = fixture.run();

      assertThat(report.reminders()).isEqualTo(1);
      assertThat(fixture.logOf("a"))
          .extracting(RecordedReminder::stage)
          .containsExactly(ReminderStage.DUE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRoundRunsOnceWithinItsHours(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-03-01T06:59")) {
      fixture.open("a", "FR-INT", 7);
      ReminderRound round = fixture.round();

      assertThat(round.runIfDue()).as("before seven").isEmpty();
      fixture.clock.moveTo("2027-03-01T17:59");
      assertThat(round.runIfDue()).as("late, after a downtime").isPresent();
      assertThat(round.runIfDue()).as("a second time").isEmpty();
      fixture.clock.moveTo("2027-03-02T18:00");
      assertThat(round.runIfDue()).as("in the evening").isEmpty();
      fixture.clock.moveTo("2027-03-06T09:00");
      assertThat(round.runIfDue()).as("on a Saturday").isEmpty();
      fixture.clock.moveTo("2027-07-14T09:00");
      assertThat(round.runIfDue()).as("on a holiday in France only").isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRoundIsDueAtSevenOnTheMorningAfterTheClocksChange(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, "2027-03-30T06:59")) {
      assertThat(fixture.round().runIfDue()).isEmpty();
      fixture.clock.moveTo("2027-03-30T07:00");
      assertThat(fixture.round().runIfDue()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nodesAtTheSameMinuteRunOneRound(TestDatabase database) throws Exception {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "BE-IBZ", 7);
      ExecutorService nodes = Executors.newFixedThreadPool(3);
      Callable<Integer> tick = () -> fixture.round().runIfDue().map(RoundResult::emails).orElse(0);

      int emails = 0;
      for (Future<Integer> node : nodes.invokeAll(Collections.nCopies(3, tick))) {
        emails += node.get();
      }
      nodes.shutdown();

      assertThat(emails).isEqualTo(2);
      assertThat(fixture.emails()).hasSize(2);
      assertThat(fixture.rowsOfReminder()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T07:59, 2027-02-26",
    "2027-03-01T08:00, 2027-03-01",
    "2027-03-06T12:00, 2027-03-05",
    "2027-07-21T12:00, 2027-07-21"
  })
  void theLastExpectedRoundFollowsTheWorkingCalendar(String now, String expected) {
    try (ReminderFixture fixture = ReminderFixture.at(TestDatabase.H2, folder, now)) {
      assertThat(fixture.round().lastExpectedRound()).hasToString(expected);
    }
  }
}
