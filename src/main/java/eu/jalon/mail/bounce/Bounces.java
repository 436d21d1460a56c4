package eu.jalon.mail.bounce;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailRows;
import eu.jalon.mail.JdbcEmails;
import eu.jalon.mail.mailbox.DeliveryReport;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records delivery reports (RFC 3464). A report is matched by the unguessable Message-ID of an
 * e-mail; only the address that the e-mail was sent to becomes undeliverable, whatever addresses
 * the report contains.
 */
@Service
public class Bounces {

  private static final Logger log = LoggerFactory.getLogger(Bounces.class);

  private final JdbcEmails emails;
  private final JdbcBounces bounces;
  private final UndeliverableAddresses undeliverable;
  private final TransactionOperations transactions;
  private final Clock clock;

  Bounces(
      JdbcEmails emails,
      JdbcBounces bounces,
      UndeliverableAddresses undeliverable,
      TransactionOperations transactions,
      Clock clock) {
    this.emails = emails;
    this.bounces = bounces;
    this.undeliverable = undeliverable;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Records a delivery report.
   *
   * @return the failure or delay that it reports of an e-mail; empty if it reports none
   */
  public Optional<DeliveryReport.Action> record(DeliveryReport report) {
    Optional<Email> email = email(report);
    if (email.isEmpty()) {
      return Optional.empty();
    }
    DeliveryReport.Recipient result = report.about(email.get().to());
    if (!result.isFailureOrDelay()) {
      return Optional.empty();
    }
    log.warn(
        "E-mail {} to {} {}: {}",
        email.get().id(),
        email.get().to(),
        result.action().key(),
        text(result));
    transactions.executeWithoutResult(status -> record(email.get(), result));
    return Optional.of(result.action());
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
