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
 * Reports the state of e-mail delivery: {@code STUCK} if a lease on e-mails has expired, {@code
 * WAITING} if the relay does not respond, {@code FAILED} if it permanently rejected an e-mail of
 * the last week. None of them requires a restart.
 */
@Component
@ConditionalOnProperty(name = "jalon.schedule.enabled", matchIfMissing = true)
class MailHealthIndicator extends AbstractHealthIndicator {

  private static final Status WAITING = new Status("WAITING", "The relay does not respond");
  private static final Status FAILED = new Status("FAILED", "E-mails were rejected");
  private static final Status STUCK = new Status("STUCK", "Leases on e-mails have expired");
  private static final int DAYS = 7;

  private final MailQueue mailQueue;
  private final Clock clock;

  MailHealthIndicator(MailQueue mailQueue, Clock clock) {
    super("The state of the mail queue cannot be read");
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
