package eu.jalon.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.outbox.LetterStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What came of the last reminders is read of many items at once. */
class LastNudgesTest {

  private static final String REASON = "Le ministre demande où on en est.";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatCameOfTheLastReminderIsKnownOfManyItemsAtOnce(TestDatabase database) {
    try (NudgeFixture fixture = NudgeFixture.at(database, folder, NudgeFixture.MONDAY)) {
      fixture.open("one", "BE-IBZ", -12);
      fixture.open("two", "FR-INT", -3);
      fixture.open("never", "FR-INT", 300);
      fixture.run();
      fixture.dispatch();
      fixture.clock.moveTo("2027-03-03T09:00");
      fixture.rooms.get(HandNudges.class).nudge(List.of("two"), REASON, NudgeFixture.COORD_FR);
      fixture
          .rooms
          .get(ItemAnswers.class)
          .onIt("one", fixture.today().plusDays(3), NudgeFixture.BE_IBZ);
      fixture
          .database
          .jdbc()
          .sql("update letter set status = 'BOUNCED' where person_id = 'be-ibz-nl'")
          .update();

      Map<String, LastNudge> last =
          fixture
              .rooms
              .get(LastNudges.class)
              .of(List.of("one", "two", "never"), NudgeFixture.COORD_BE);

      assertThat(last).containsOnlyKeys("one", "two");
      LastNudge one = last.getOrDefault("one", LastNudge.NONE);
      assertThat(one.lastOn()).contains(fixture.today().minusDays(2));
      assertThat(one.paused()).contains(fixture.today().plusDays(3));
      assertThat(one.told())
          .extracting(told -> told.person() + " " + told.arrived() + " " + told.failed())
          .containsExactlyInAnyOrder("be-ibz true false", "be-ibz-nl false true");
      LastNudge two = last.getOrDefault("two", LastNudge.NONE);
      assertThat(two.told()).hasSize(1);
      assertThat(two.told().get(0).stage()).isEqualTo(Stage.BY_HAND);
      assertThat(two.told().get(0).status()).isEqualTo(LetterStatus.QUEUED);
      assertThat(two.paused()).isEmpty();
    }
  }
}
