package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.jalon.TestDatabase;
import eu.jalon.intake.LaunchProgress.State;
import eu.jalon.shared.Refusal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A launch that goes on by itself, and what is known of it meanwhile and afterwards. */
class LaunchesTest {

  @ParameterizedTest
  @EnumSource
  void whileALaunchIsUnderWayItsProgressIsSeenAndNothingElseIsDone(TestDatabase database)
      throws Exception {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      CountDownLatch reached = new CountDownLatch(1);
      CountDownLatch released = new CountDownLatch(1);
      fixture.engine(
          () -> {
            reached.countDown();
            waitFor(released);
          });
      Launches launches = fixture.get(Launches.class);

      launches.start(fixture.id, fixture.by);
      waitFor(reached);

      assertThat(progress(fixture).running()).isTrue();
      assertThat(progress(fixture).total()).isEqualTo(5);
      assertRefused("declaration.launching", () -> launches.start(fixture.id, fixture.by));
      assertRefused("declaration.launching", () -> fixture.intake.launch(fixture.id, fixture.by));
      assertRefused("declaration.launching", () -> fixture.titled(1, "Anders"));
      assertThat(fixture.commitments()).isZero();
      assertThat(fixture.draft().summary().launched()).isNull();

      released.countDown();
      awaitState(fixture, State.DONE);
      assertThat(progress(fixture).done()).isEqualTo(5);
      assertThat(fixture.commitments()).isEqualTo(5);
      assertRefused("declaration.launched", () -> launches.start(fixture.id, fixture.by));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLaunchThatFailsLeavesNothingButItsReason(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.engine(
          () -> {
            throw Refusal.conflict("process.raced", "VD2018-1.01");
          });
      Launches launches = fixture.get(Launches.class);

      launches.start(fixture.id, fixture.by);
      awaitState(fixture, State.FAILED);

      assertThat(progress(fixture).reason()).isEqualTo("process.raced");
      assertThat(progress(fixture).arguments()).containsExactly("VD2018-1.01");
      assertThat(fixture.commitments()).isZero();

      fixture.engine(
          () -> {
            throw new IllegalStateException("The engine was cut off");
          });
      launches.start(fixture.id, fixture.by);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> "declaration.launchFailed".equals(progress(fixture).reason()));

      fixture.engine(() -> {});
      launches.start(fixture.id, fixture.by);
      awaitState(fixture, State.DONE);
      assertThat(fixture.commitments()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLaunchThatSomebodyStoppedIsSaidToBeInterruptedAndCanBeginAgain(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.complete();
      fixture.begun();
      assertThat(progress(fixture).state()).isEqualTo(State.RUNNING);

      fixture.lapse();

      assertThat(progress(fixture).state()).isEqualTo(State.INTERRUPTED);
      fixture.get(Launches.class).start(fixture.id, fixture.by);
      awaitState(fixture, State.DONE);
      assertThat(fixture.commitments()).isEqualTo(5);
    }
  }

  private static LaunchProgress progress(IntakeFixture fixture) {
    return fixture.get(Launches.class).progress(fixture.id, fixture.by).orElseThrow();
  }

  private static void awaitState(IntakeFixture fixture, State state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> progress(fixture).state() == state);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
