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
 * Reports whether the last reminder round ran when expected, because a trigger can stop without an
 * error.
 *
 * <p>A missing round is reported as {@code LATE}, which does not require a restart: the overall
 * status stays {@code UP}.
 */
@Component
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class ReminderRoundHealthIndicator extends AbstractHealthIndicator {

  private static final Status LATE = new Status("LATE", "A reminder round is missing");

  /**
   * The clock was set back before the last round; missing rounds are not detected until that day.
   */
  private static final Status AHEAD =
      new Status("AHEAD", "The last reminder round is in the future");

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
