package eu.jalon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clock at an offset from another one. */
class OffsetClockTest {

  private final TestClock base = TestClock.at("2027-03-01T07:05");
  private final OffsetClock clock = new OffsetClock(base);

  @Test
  void runsWithTheOtherClockFromWhereItWasSet() {
    clock.moveTo(Instant.parse("2023-05-22T08:00:00Z"));
    base.moveTo(base.instant().plus(Duration.ofMinutes(3)));

    assertThat(clock.instant()).isEqualTo("2023-05-22T08:03:00Z");

    clock.reset();
    assertThat(clock.instant()).isEqualTo(base.instant());
  }

  @Test
  void tellsItsFollowersOfEachChange() {
    List<Instant> seen = new ArrayList<>();
    clock.onChange(() -> seen.add(clock.instant()));

    clock.moveTo(Instant.parse("2023-05-22T08:00:00Z"));
    clock.reset();

    assertThat(seen).containsExactly(Instant.parse("2023-05-22T08:00:00Z"), base.instant());
  }
}
