package eu.jalon.pages.home;

import eu.jalon.meeting.Meeting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time until the next summit.
 *
 * @param days calendar days, negative once its date has passed; absent while it has none
 */
record Countdown(Meeting summit, @Nullable Integer days) {

  static Countdown to(Meeting summit, LocalDate today) {
    return new Countdown(
        summit,
        summit.heldOn().map(date -> (int) ChronoUnit.DAYS.between(today, date)).orElse(null));
  }
}
