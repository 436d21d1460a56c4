package eu.jalon.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Dates and times of day of the installation, in Europe/Brussels: for reminder rounds and the days
 * of their e-mails in the mail queue, schedules, logs, retention and figures of several parties,
 * which belong to no party. What belongs to a party or a person is counted in the zone of the
 * party.
 */
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
