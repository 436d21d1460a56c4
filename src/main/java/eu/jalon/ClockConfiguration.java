package eu.jalon;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.OffsetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Provides the {@link Clock} that every component injects; it is offset in the profiles {@code
 * demo} and {@code test}.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @Profile("!demo & !test")
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * The time at which the application's clock starts, in the profiles {@code demo} and {@code
   * test}.
   *
   * @param start local date and time in Europe/Brussels, as in {@code 2027-03-01T06:59}; absent for
   *     the system time
   */
  @ConfigurationProperties("jalon.clock")
  record ClockProperties(@Nullable LocalDateTime start) {}

  /** A clock that runs at normal speed from the configured instant, unless the sample sets it. */
  @Configuration(proxyBeanMethods = false)
  @Profile("demo | test")
  @EnableConfigurationProperties(ClockProperties.class)
  static class OffsetClockConfiguration {

    @Bean
    OffsetClock clock(ClockProperties properties) {
      Clock system = Clock.systemUTC();
      LocalDateTime start = properties.start();
      return new OffsetClock(
          start == null
              ? system
              : Clock.offset(
                  system,
                  Duration.between(system.instant(), start.atZone(BrusselsTime.ZONE).toInstant())));
    }
  }
}
