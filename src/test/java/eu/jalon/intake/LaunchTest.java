package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.directory.Parties;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A launch is one transaction. */
class LaunchTest {

  @ParameterizedTest
  @EnumSource
  void aLaunchThatFailsEntersNothingAndCanBeRepeated(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.engine(
          () -> {
            throw new IllegalStateException("The engine was cut off");
          });

      assertThatThrownBy(() -> fixture.intake.launch(fixture.id, fixture.by))
          .isInstanceOf(IllegalStateException.class);
      assertThat(fixture.commitments()).isZero();
      assertThat(fixture.draft().summary().launched()).isNull();

      fixture.engine(() -> {});
      assertThat(fixture.intake.launch(fixture.id, fixture.by)).isEqualTo(5);
      assertThat(fixture.commitments()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDraftThatIsMarkedBecomesARestrictedCommitment(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.change(2, restricting(fixture, 2, ItemChange.Restriction.RESTRICTED));
      fixture.change(3, restricting(fixture, 3, ItemChange.Restriction.RESTRICTED));
      fixture.change(3, restricting(fixture, 3, ItemChange.Restriction.DEFAULT));

      fixture.intake.launch(fixture.id, fixture.by);

      assertThat(
              fixture
                  .get(JdbcClient.class)
                  .sql("select ref from commitment where restricted")
                  .query(String.class)
                  .list())
          .containsExactly("VD2018-1.02");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSaysNothingIsRestrictedWhereTheSeriesIs(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      TestParties.rules(fixture.get(Parties.class), false, true);
      fixture.complete();
      fixture.change(2, restricting(fixture, 2, ItemChange.Restriction.NOT_RESTRICTED));

      fixture.intake.launch(fixture.id, fixture.by);

      assertThat(
              fixture
                  .get(JdbcClient.class)
                  .sql("select ref from commitment where not restricted")
                  .query(String.class)
                  .list())
          .containsExactly("VD2018-1.02");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSaysNothingIsRestrictedWhereItsThemeIs(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.review.changeTheme(fixture.id, 1, null, true, fixture.by);
      fixture.change(2, restricting(fixture, 2, ItemChange.Restriction.NOT_RESTRICTED));

      fixture.intake.launch(fixture.id, fixture.by);

      assertThat(
              fixture
                  .get(JdbcClient.class)
                  .sql("select ref from commitment where restricted order by ref")
                  .query(String.class)
                  .list())
          .containsExactly("VD2018-1.01", "VD2018-1.03");
      assertThat(fixture.get(Meetings.class).restrictedThemes(new MeetingId("VD2018")))
          .containsExactly(1);
    }
  }

  private static ItemChange restricting(
      IntakeFixture fixture, int n, ItemChange.Restriction restriction) {
    return new ItemChange(
        fixture.version(n), null, Map.of(), null, null, null, null, null, null, restriction);
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoLaunchesAtTheSameTimeOneIsRefused(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      CountDownLatch bothStarted = new CountDownLatch(2);
      AtomicInteger starts = new AtomicInteger();
      fixture.engine(starts::incrementAndGet);

      List<CompletableFuture<Integer>> launches =
          List.of(launch(fixture, bothStarted), launch(fixture, bothStarted));

      List<Object> results = launches.stream().map(LaunchTest::result).toList();
      assertThat(results).containsExactlyInAnyOrder(5, "declaration.launched");
      assertThat(fixture.commitments()).isEqualTo(5);
      assertThat(starts).as("calls of the engine").hasValue(1);
    }
  }

  private static CompletableFuture<Integer> launch(IntakeFixture fixture, CountDownLatch started) {
    return CompletableFuture.supplyAsync(
        () -> {
          started.countDown();
          try {
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
          return fixture.intake.launch(fixture.id, fixture.by);
        },
        task -> new Thread(task, "launch").start());
  }

  private static Object result(CompletableFuture<Integer> launch) {
    try {
      return launch.join();
    } catch (CompletionException failed) {
      return failed.getCause() instanceof ValidationError refusal ? refusal.key() : failed;
    }
  }
}
