package eu.jalon.reminder.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.reminder.policy.ReminderStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last reminders of many items. */
class LastRemindersTest {

  private static final String REASON = "Le ministre demande où on en est.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theLastRemindersOfManyItemsAreReadTogether(TestDatabase database) {
    try (ReminderFixture fixture = ReminderFixture.at(database, folder, ReminderFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("never", "FR-INT", 300);
      fixture.run();
      fixture.dispatch();
      fixture.clock.moveTo("2027-03-03T09:00");
      fixture
          .rooms
          .get(ManualReminders.class)
          .remind(List.of("two"), REASON, ReminderFixture.COORD_FR);
      fixture
          .rooms
          .get(ReminderAnswers.class)
          .pause("one", fixture.today().plusDays(3), ReminderFixture.BE_IBZ);
      fixture
          .database
          .jdbc()
          .sql("update email set status = 'BOUNCED' where person_id = 'be-ibz-nl'")
          .update();

      Map<String, LastReminder> last =
          fixture
              .rooms
              .get(LastReminders.class)
              .of(List.of("one", "two", "never"), ReminderFixture.COORD_BE);

      assertThat(last).containsOnlyKeys("one", "two");
      LastReminder one = last.getOrDefault("one", LastReminder.NONE);
      assertThat(one.lastOn()).contains(fixture.today().minusDays(2));
      assertThat(one.paused()).contains(fixture.today().plusDays(3));
      assertThat(one.sent())
          .extracting(sent -> sent.person() + " " + sent.arrived() + " " + sent.failed())
          .containsExactlyInAnyOrder("be-ibz true false", "be-ibz-nl false true");
      LastReminder two = last.getOrDefault("two", LastReminder.NONE);
      assertThat(two.sent()).hasSize(1);
      assertThat(two.sent().get(0).stage()).isEqualTo(ReminderStage.MANUAL);
      assertThat(two.sent().get(0).status()).isEqualTo(EmailStatus.QUEUED);
      assertThat(two.paused()).isEmpty();
    }
  }
}
