package eu.jalon.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.reminder.explain.Explanation;
import eu.jalon.reminder.explain.Explanations;
import eu.jalon.reminder.round.Forecast;
import eu.jalon.reminder.round.Forecasts;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pauses, explanations, forecasts and calendar files of reminders. */
class AnswersAndExplanationsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aPauseSuppressesRemindersUntilItsEndAndKeepsTheDueDate(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 3);
      ReminderAnswers answers = fixture.rooms.get(ReminderAnswers.class);
      LocalDate until = fixture.today().plusDays(2);
      answers.pause("a", until, ReminderFixture.FR_INT);
      assertThat(answers.pausedUntil(fixture.item("a"))).contains(until);

      fixture.run();
      assertThat(fixture.emails()).isEmpty();
      assertThat(fixture.logOf("a"))
          .extracting(RecordedReminder::suppression)
          .containsExactly(Suppression.SNOOZED);

      fixture.clock.moveTo("2027-03-03T07:00");
      fixture.run();
      assertThat(fixture.emails()).containsOnlyKeys("fr-int");
      assertThat(fixture.logOf("a"))
          .extracting(entry -> entry.due().day())
          .containsOnly(LocalDate.of(2027, 3, 4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints23_aPauseThatIsEndedSuppressesNothing(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 3);
      ReminderAnswers answers = fixture.rooms.get(ReminderAnswers.class);
      answers.pause("a", fixture.today().plusDays(2), ReminderFixture.FR_INT);
      assertRefused("actionItem.notYours", () -> answers.resume("a", ReminderFixture.COORD_FR));

      answers.resume("a", ReminderFixture.FR_INT);
      answers.resume("a", ReminderFixture.FR_INT);

      assertThat(answers.pausedUntil(fixture.item("a"))).isEmpty();
      fixture.run();
      assertThat(fixture.emails()).containsOnlyKeys("fr-int");
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheMinistryCanPauseAndForTenWorkingDaysAtMost(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 3);
      ReminderAnswers answers = fixture.rooms.get(ReminderAnswers.class);
      LocalDate today = fixture.today();
      assertRefused("reminder.snoozeDate", () -> answers.pause("a", today, ReminderFixture.FR_INT));
      assertRefused(
          "reminder.snoozeDate",
          () -> answers.pause("a", today.plusDays(15), ReminderFixture.FR_INT));
      assertRefused(
          "actionItem.notYours",
          () -> answers.pause("a", today.plusDays(1), ReminderFixture.COORD_FR));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReportPausesTheRemindersOfItsMinistryAndNotThoseToItsCoordinators(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("reported", "FR-INT", -1);
      fixture.open("late", "FR-INT", -20);
      fixture.ledger(
          ledger ->
              ledger.done(
                  "reported",
                  ReminderFixture.REF,
                  Step.SET_UP,
                  new StepOutcome.Reported(
                      new MinistryCode("FR-INT"), ProgressStatus.AT_RISK, "En cours.", null, null),
                  ReminderFixture.FR_INT.id()));

      fixture.run();

      assertThat(fixture.emails()).containsKey("coord-fr").doesNotContainKey("fr-int");
      assertThat(fixture.logOf("late"))
          .extracting(RecordedReminder::person, RecordedReminder::suppression)
          .contains(tuple(ReminderFixture.FR_INT.id(), Suppression.SNOOZED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void remindersAreExplainedForEachDayOfAnItem(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 2);
      fixture.run();
      fixture.dispatch();
      Explanations explanations = fixture.rooms.get(Explanations.class);

      Explanation today = explanations.explain("a", fixture.today(), ReminderFixture.COORD_FR);
      assertThat(today.round()).isEqualTo(Explanation.Round.RAN);
      assertThat(today.matchingRule().orElseThrow().id()).isEqualTo("close");
      Explanation.Entry entry = today.entries().get(0);
      assertThat(entry.person()).isEqualTo(ReminderFixture.FR_INT.id());
      assertThat(entry.rule()).isEqualTo("close");
      assertThat(entry.queuedEmail().orElseThrow().status()).isEqualTo(EmailStatus.SENT);

      fixture.clock.moveTo("2027-03-02T08:00");
      Explanation tomorrow =
          explanations.explain("a", LocalDate.of(2027, 3, 3), ReminderFixture.FR_INT);
      assertThat(tomorrow.round()).isEqualTo(Explanation.Round.TO_COME);
      assertThat(tomorrow.matchingRule().orElseThrow().id()).isEqualTo("due");

      assertThat(
              explanations.explain("a", LocalDate.of(2027, 2, 1), ReminderFixture.FR_INT).round())
          .isEqualTo(Explanation.Round.NOT_OPEN);
      assertRefused(
          "actionItem.unknown",
          () -> explanations.explain("a", LocalDate.of(2027, 3, 2), ReminderFixture.BE_MUTE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theForecastEqualsTheResultsOfTheRounds(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 2);
      fixture.open("b", "BE-IBZ", 9);
      fixture.open("c", "BE-MOB", -7);
      LocalDate until = fixture.today().plusDays(30);
      Forecast forecast = fixture.rooms.get(Forecasts.class).until(until, ReminderFixture.COORD_BE);
      long rows = fixture.rowsOfReminder();
      assertThat(rows).as("nothing is written").isZero();

      for (Forecast.Day day : forecast.days()) {
        fixture.clock.moveTo(day.on() + "T07:00");
        RoundResult round = fixture.run();
        assertThat(round).as("round of %s", day.on()).isEqualTo(day.result());
        fixture.dispatch();
      }
      assertThat(forecast.emails()).isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void focalPoints25_aDueDateIsInTheCalendarFileOnceAndAgainAfterAChange(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("a", "FR-INT", 4);
      fixture.run();
      CalendarFile.Event first = calendar(fixture).events().get(0);
      assertThat(first.uid()).isEqualTo("a@jalon.example.org");
      assertThat(first.sequence()).isZero();
      assertThat(first.day()).isEqualTo(LocalDate.of(2027, 3, 5));
      fixture.dispatch();

      fixture.clock.moveTo("2027-03-03T07:00");
      fixture.run();
      assertThat(fixture.emails()).as("one reminder per stage").isEmpty();

      fixture.move("a", LocalDate.of(2027, 6, 1));
      fixture.database.jdbc().sql("update action_item set date_changes = 1").update();
      fixture.clock.moveTo("2027-03-04T07:00");
      fixture.run();
      CalendarFile.Event moved = calendar(fixture).events().get(0);
      assertThat(moved.uid()).isEqualTo(first.uid());
      assertThat(moved.sequence()).isEqualTo(1);
      assertThat(moved.day()).isEqualTo(LocalDate.of(2027, 6, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOmittedItemIsRecordedWithItsReason(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("stays", "FR-INT", 1);
      fixture.open("moved", "FR-INT", 1);
      fixture.open("paused", "FR-INT", 1);
      fixture.run();
      fixture.redate("moved", fixture.today().plusDays(60));
      fixture
          .rooms
          .get(ReminderAnswers.class)
          .pause("paused", fixture.today().plusDays(1), ReminderFixture.FR_INT);

      assertThat(fixture.dispatch()).isEqualTo(1);

      assertThat(outcomes(fixture, "stays")).containsOnlyNulls();
      assertThat(outcomes(fixture, "moved")).containsExactly(OmissionReason.REDATED);
      assertThat(outcomes(fixture, "paused")).containsExactly(OmissionReason.SNOOZED);
    }
  }

  private static List<@Nullable OmissionReason> outcomes(ReminderFixture fixture, String id) {
    return fixture.logOf(id).stream()
        .<@Nullable OmissionReason>map(RecordedReminder::omission)
        .toList();
  }

  private static CalendarFile calendar(ReminderFixture fixture) {
    CalendarFile file =
        fixture
            .rooms
            .get(MailQueue.class)
            .preview(fixture.emailTo("fr-int").id())
            .orElseThrow()
            .calendar();
    if (file == null) {
      throw new AssertionError("No calendar file");
    }
    return file;
  }

  private static void assertRefused(String key, Runnable act) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(act::run)
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }
}
