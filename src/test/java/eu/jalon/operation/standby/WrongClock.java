package eu.jalon.operation.standby;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose clock is 22 hours ahead of the database's. */
public final class WrongClock {

  private WrongClock() {}

  public static Standby of(JdbcClient jdbc) {
    return new Standby(
        new JdbcStandby(jdbc),
        Clock.offset(Clock.systemUTC(), Duration.ofHours(22)),
        "a",
        Optional.empty());
  }
}
