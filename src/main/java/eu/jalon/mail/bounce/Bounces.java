package eu.jalon.mail.bounce;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailRows;
import eu.jalon.mail.JdbcEmails;
import eu.jalon.mail.mailbox.BounceMailbox;
import eu.jalon.mail.mailbox.DeliveryReport;
import eu.jalon.mail.mailbox.MailboxUnreachableException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads delivery reports (RFC 3464) from the configured mailbox. A report is matched by the
 * unguessable Message-ID of an e-mail; only the address that the e-mail was sent to becomes
 * undeliverable, whatever addresses the report contains.
 */
@Service
public class Bounces {

  private static final Logger log = LoggerFactory.getLogger(Bounces.class);

  /**
   * The number of messages read.
   *
   * @param failed reports of failures
   * @param delayed reports of delays
   * @param others all other messages
   */
  public record Counts(int failed, int delayed, int others) {

    private static final Counts NONE = new Counts(0, 0, 0);

    private Counts plus(Counts other) {
      return new Counts(failed + other.failed, delayed + other.delayed, others + other.others);
    }
  }

  private final BounceMailbox mailbox;
  private final JdbcEmails emails;
  private final JdbcBounces bounces;
  private final UndeliverableAddresses undeliverable;
  private final TransactionOperations transactions;
  private final Clock clock;
  private volatile boolean unreachable;

  Bounces(
      BounceMailbox mailbox,
      JdbcEmails emails,
      JdbcBounces bounces,
      UndeliverableAddresses undeliverable,
      TransactionOperations transactions,
      Clock clock) {
    this.mailbox = mailbox;
    this.emails = emails;
    this.bounces = bounces;
    this.undeliverable = undeliverable;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Processes all messages in the mailbox; an unreachable mailbox is read by the next call. */
  @Transactional(propagation = Propagation.NEVER)
  public Counts collect() {
    Counts[] counts = {Counts.NONE};
    if (!mailbox.isConfigured()) {
      return counts[0];
    }
    try {
      mailbox.read(report -> counts[0] = counts[0].plus(process(report)));
      if (unreachable) {
        log.info("The mailbox of delivery reports is reachable again");
      }
      unreachable = false;
    } catch (MailboxUnreachableException e) {
      if (!unreachable) {
        log.warn("Delivery reports cannot be read: {}", e.getMessage());
      }
      unreachable = true;
    }
    if (!counts[0].equals(Counts.NONE)) {
      log.info("Read delivery reports: {}", counts[0]);
    }
    return counts[0];
  }

  private Counts process(Optional<DeliveryReport> report) {
    Optional<Email> email = report.flatMap(this::email);
    if (email.isEmpty()) {
      return new Counts(0, 0, 1);
    }
    DeliveryReport.Recipient result = report.get().about(email.get().to());
    if (!result.isFailureOrDelay()) {
      return new Counts(0, 0, 1);
    }
    log.warn(
        "E-mail {} to {} {}: {}",
        email.get().id(),
        email.get().to(),
        result.action().key(),
        text(result));
    transactions.executeWithoutResult(status -> record(email.get(), result));
    return result.action() == DeliveryReport.Action.FAILED
        ? new Counts(1, 0, 0)
        : new Counts(0, 1, 0);
  }

  private Optional<Email> email(DeliveryReport report) {
    return report.emails().stream().flatMap(id -> emails.find(id).stream()).findFirst();
  }

  /** Records that an e-mail was not delivered, as a delivery report with this status would. */
  public void failed(Email email, String status, String diagnostic) {
    record(
        email,
        new DeliveryReport.Recipient(
            Set.of(email.to().value()), DeliveryReport.Action.FAILED, status, diagnostic));
  }

  private static String text(DeliveryReport.Recipient result) {
    return EmailRows.bounded(
        "%s %s".formatted(result.status(), result.diagnostic()).strip(),
        UndeliverableAddresses.MAX_DIAGNOSTIC);
  }

  private void record(Email email, DeliveryReport.Recipient result) {
    String bounce = text(result);
    if (result.action() == DeliveryReport.Action.FAILED) {
      bounces.failed(email.id(), bounce, clock.instant());
    } else {
      bounces.delayed(email.id(), bounce, clock.instant());
    }
    if (result.isPermanent()) {
      undeliverable.refused(email.to(), result.status(), result.diagnostic(), email.id());
    }
  }
}
