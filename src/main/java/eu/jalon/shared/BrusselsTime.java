package eu.jalon.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Dates and times of day in the time zone Europe/Brussels. */
public final class BrusselsTime {

  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  private BrusselsTime() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public static LocalTime timeOfDay(Clock clock) {
    return LocalTime.ofInstant(clock.instant(), ZONE);
  }

  /** Returns the last second of a day in Europe/Brussels. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
  }
}
