package eu.jalon.operation.standby;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node with a wrong clock and a restored copy plan and send nothing. */
class StandbyTest {

  @ParameterizedTest
  @EnumSource
  void operator13_aNodeWhoseClockIsMoreThanAMinuteOffStandsAside(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open()) {
      assertThat(standby(database, Duration.ofSeconds(50), "a").reason()).isEmpty();
      assertThat(standby(database, Duration.ofMinutes(-2), "a").reason())
          .contains(StandbyReason.CLOCK);
      Standby ahead = standby(database, Duration.ofHours(22), "a");
      assertThat(ahead.reason()).contains(StandbyReason.CLOCK);
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      new StandbyMetrics(ahead).bindTo(meters);
      assertThat(meters.get("jalon.standby").gauge().value()).isEqualTo(1);
      assertThat(meters.get("jalon.clock.offset").gauge().value()).isBetween(79_190.0, 79_210.0);
      assertThat(new StandbyHealthIndicator(ahead).health().getStatus().getCode())
          .isEqualTo("STANDBY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void operator15_aRestoredCopyStandsAsideUntilItTakesTheName(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open()) {
      Standby first = standby(database, Duration.ZERO, "https://jalon.example.org");
      first.afterSingletonsInstantiated();
      Standby copy = standby(database, Duration.ZERO, "https://trial.example.org");
      copy.afterSingletonsInstantiated();

      assertThat(first.reason()).isEmpty();
      assertThat(copy.reason()).contains(StandbyReason.INSTANCE);
      assertThat(standby(database, Duration.ZERO, "https://jalon.example.org").reason()).isEmpty();
    }
  }

  private static Standby standby(TestDatabase.Opened database, Duration offset, String instance) {
    return new Standby(
        new JdbcStandby(database.jdbc()),
        Clock.offset(Clock.systemUTC(), offset),
        instance,
        Optional.empty());
  }
}
