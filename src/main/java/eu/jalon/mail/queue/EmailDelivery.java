package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.NotSentReason;
import eu.jalon.mail.RetryDelay;
import eu.jalon.mail.message.WrittenMessage;
import eu.jalon.mail.queue.JdbcMailQueue.Outcome;
import eu.jalon.mail.smtp.DeliveryResult;
import eu.jalon.mail.smtp.Relay;
import eu.jalon.mail.smtp.RelayUnreachableException;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers one e-mail to the relay and determines its outcome: sent, retry, failed or dropped. */
final class EmailDelivery {

  private static final Logger log = LoggerFactory.getLogger(EmailDelivery.class);

  private final JdbcMailQueue queue;
  private final Relay relay;
  private final MailProperties properties;
  private final Clock clock;

  EmailDelivery(JdbcMailQueue queue, Relay relay, MailProperties properties, Clock clock) {
    this.queue = queue;
    this.relay = relay;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether the e-mail may be sent today and to its domain. */
  boolean isAllowed(Email email) {
    return !isDayOver(email) && properties.allows(email.to());
  }

  Outcome deliver(
      Email email,
      String owner,
      LeaseTimer lease,
      BatchComposer composer,
      RelayConnection connection)
      throws RelayUnreachableException {
    if (isDayOver(email)) {
      return Outcome.closed(EmailStatus.DROPPED, NotSentReason.DAY_OVER);
    }
    if (!properties.allows(email.to())) {
      log.warn("E-mail {} is not sent: domain {} is not allowed", email.id(), email.to().domain());
      return Outcome.closed(EmailStatus.FAILED, NotSentReason.DOMAIN_NOT_ALLOWED);
    }
    WrittenMessage message;
    try {
      message = composer.message(email).orElse(null);
    } catch (RuntimeException e) {
      log.error("E-mail {} cannot be composed", email.id(), e);
      Duration delay = RetryDelay.after(email.attempts() + 1);
      return retry(email, EmailStatus.RETRY, delay, e.toString());
    }
    return message == null
        ? Outcome.closed(EmailStatus.DROPPED, NotSentReason.NOTHING_LEFT)
        : outcome(email, connection.get().send(message, () -> hasLease(email, owner, lease)));
  }

  private boolean isDayOver(Email email) {
    return !email.lasting() && email.on().isBefore(BrusselsTime.today(clock));
  }

  /** Checked before the end of the message is sent: the reply may take the whole timeout. */
  private boolean hasLease(Email email, String owner, LeaseTimer lease) {
    return lease.outlasts(relay.replyTimeout())
        || queue.renew(email.id(), owner, properties.lease());
  }

  private static Outcome outcome(Email email, DeliveryResult delivery) {
    int attempts = email.attempts() + 1;
    return switch (delivery.result()) {
      case ACCEPTED -> Outcome.sent(delivery.reply());
      case REFUSED_FOR_NOW ->
          retry(email, EmailStatus.RETRY, RetryDelay.after(attempts), delivery.reply());
      case UNKNOWN ->
          retry(email, EmailStatus.UNKNOWN, RetryDelay.afterUnknown(attempts), delivery.reply());
      case REFUSED -> {
        log.error("E-mail {} to {} was rejected: {}", email.id(), email.to(), delivery.reply());
        yield Outcome.failed(delivery.reply(), NotSentReason.REFUSED);
      }
    };
  }

  private static Outcome retry(Email email, EmailStatus status, Duration delay, String reply) {
    if (RetryDelay.isExhausted(email, email.attempts() + 1)) {
      log.error("E-mail {} to {} is given up: {}", email.id(), email.to(), reply);
      return Outcome.failed(reply, NotSentReason.GIVEN_UP);
    }
    return Outcome.retry(status, reply, delay);
  }
}
