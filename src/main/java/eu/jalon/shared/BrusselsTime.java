package eu.jalon.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Civil time as the people of the register live it: the calendar of Europe/Brussels. */
public final class BrusselsTime {

  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  private BrusselsTime() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public static LocalTime timeOfDay(Clock clock) {
    return LocalTime.ofInstant(clock.instant(), ZONE);
  }

  /** The last second of a day, as an instant. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
  }
}
