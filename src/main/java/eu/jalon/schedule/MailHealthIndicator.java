package eu.jalon.schedule;

import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.RelayState;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Whether the relay answers and takes what it is given: {@code STUCK} where letters are held for
 * longer than their lease, {@code WAITING} where letters wait for it, {@code FAILED} where it
 * refused one of the last week for good. Neither is a reason to restart a node.
 */
@Component
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class MailHealthIndicator extends AbstractHealthIndicator {

  private static final Status WAITING = new Status("WAITING", "The relay does not answer");
  private static final Status FAILED = new Status("FAILED", "Letters were refused");
  private static final Status STUCK = new Status("STUCK", "Letters are held and not sent");
  private static final int DAYS = 7;

  private final MailQueue outbox;
  private final Clock clock;

  MailHealthIndicator(MailQueue outbox, Clock clock) {
    super("The state of the mail cannot be read");
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    RelayState relay = outbox.relay();
    Map<EmailStatus, Integer> letters = outbox.counts(BrusselsTime.today(clock).minusDays(DAYS));
    boolean failed = letters.getOrDefault(EmailStatus.FAILED, 0) > 0;
    int held = outbox.heldTooLong();
    builder.status(held > 0 ? STUCK : relay.failures() > 0 ? WAITING : failed ? FAILED : Status.UP);
    if (held > 0) {
      builder.withDetail("heldTooLong", held);
    }
    letters.forEach((status, count) -> builder.withDetail(status.name(), count));
    relay.since().ifPresent(since -> builder.withDetail("failingSince", since));
    relay.reason().ifPresent(reason -> builder.withDetail("reason", reason));
  }
}
