package eu.jalon.schedule;

import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Compares the last round with the calendar, because a trigger can freeze without a word.
 *
 * <p>A late round shows as {@code LATE}, which a person should look into but which is no reason to
 * restart a node: the application as a whole stays up.
 */
@Component
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class ReminderRoundHealthIndicator extends AbstractHealthIndicator {

  private static final Status LATE = new Status("LATE", "A round is missing");

  /** The clock went back behind a round: until that day has come, no missing round would show. */
  private static final Status AHEAD = new Status("AHEAD", "The last round lies in the future");

  private final ReminderRound round;
  private final Clock clock;

  ReminderRoundHealthIndicator(ReminderRound round, Clock clock) {
    super("The last reminder round cannot be read");
    this.round = round;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Optional<LocalDate> last = round.lastRound();
    LocalDate expected = round.lastExpectedRound();
    LocalDate today = BrusselsTime.today(clock);
    last.ifPresentOrElse(
        day ->
            builder
                .status(day.isBefore(expected) ? LATE : day.isAfter(today) ? AHEAD : Status.UP)
                .withDetail("last", day),
        () -> builder.unknown());
    builder.withDetail("expected", expected);
  }
}
