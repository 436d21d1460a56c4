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
 * Whether the relay answers and takes what it is given: {@code STUCK} where emails are held for
 * longer than their lease, {@code WAITING} where emails wait for it, {@code FAILED} where it
 * refused one of the last week for good. Neither is a reason to restart a node.
 */
@Component
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class MailHealthIndicator extends AbstractHealthIndicator {

  private static final Status WAITING = new Status("WAITING", "The relay does not answer");
  private static final Status FAILED = new Status("FAILED", "Emails were refused");
  private static final Status STUCK = new Status("STUCK", "Emails are held and not sent");
  private static final int DAYS = 7;

  private final MailQueue mailQueue;
  private final Clock clock;

  MailHealthIndicator(MailQueue mailQueue, Clock clock) {
    super("The state of the mail cannot be read");
    this.mailQueue = mailQueue;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    RelayState relay = mailQueue.relay();
    Map<EmailStatus, Integer> emails = mailQueue.counts(BrusselsTime.today(clock).minusDays(DAYS));
    boolean failed = emails.getOrDefault(EmailStatus.FAILED, 0) > 0;
    int held = mailQueue.expiredLeases();
    builder.status(held > 0 ? STUCK : relay.failures() > 0 ? WAITING : failed ? FAILED : Status.UP);
    if (held > 0) {
      builder.withDetail("expiredLeases", held);
    }
    emails.forEach((status, count) -> builder.withDetail(status.name(), count));
    relay.since().ifPresent(since -> builder.withDetail("failingSince", since));
    relay.reason().ifPresent(reason -> builder.withDetail("reason", reason));
  }
}
