package eu.jalon.mail.bounce;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailRows;
import eu.jalon.mail.JdbcEmails;
import eu.jalon.mail.mailbox.BounceMailbox;
import eu.jalon.mail.mailbox.DeliveryReport;
import eu.jalon.mail.mailbox.MailboxUnreachableException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what other servers report of emails (RFC 3464), if a mailbox is configured. A report counts
 * by the Message-ID of an email, which nobody else can know; the address it makes refused is always
 * the one that the email went to, whatever the report names.
 */
@Service
public class Bounces {

  private static final Logger log = LoggerFactory.getLogger(Bounces.class);

  /**
   * What was found.
   *
   * @param failed reports that an email did not arrive
   * @param delayed reports that an email has not arrived yet
   * @param others messages that say neither of an email of ours
   */
  public record Found(int failed, int delayed, int others) {

    private static final Found NOTHING = new Found(0, 0, 0);

    private Found plus(Found more) {
      return new Found(failed + more.failed, delayed + more.delayed, others + more.others);
    }
  }

  private final BounceMailbox mailbox;
  private final JdbcEmails emails;
  private final JdbcBounces bounces;
  private final UndeliverableAddresses refusals;
  private final TransactionOperations transactions;
  private final Clock clock;
  private volatile boolean unreachable;

  Bounces(
      BounceMailbox mailbox,
      JdbcEmails emails,
      JdbcBounces bounces,
      UndeliverableAddresses refusals,
      TransactionOperations transactions,
      Clock clock) {
    this.mailbox = mailbox;
    this.emails = emails;
    this.bounces = bounces;
    this.refusals = refusals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Reads the mailbox empty; one that cannot be read is a matter for the next time. */
  @Transactional(propagation = Propagation.NEVER)
  public Found collect() {
    Found[] found = {Found.NOTHING};
    if (!mailbox.isConfigured()) {
      return found[0];
    }
    try {
      mailbox.read(bounce -> found[0] = found[0].plus(take(bounce)));
      if (unreachable) {
        log.info("The mailbox of reports can be read again");
      }
      unreachable = false;
    } catch (MailboxUnreachableException e) {
      if (!unreachable) {
        log.warn("Reports of undeliverable emails wait: {}", e.getMessage());
      }
      unreachable = true;
    }
    if (!found[0].equals(Found.NOTHING)) {
      log.info("Reports of emails were read: {}", found[0]);
    }
    return found[0];
  }

  private Found take(Optional<DeliveryReport> bounce) {
    Optional<Email> email = bounce.flatMap(this::email);
    if (email.isEmpty()) {
      return new Found(0, 0, 1);
    }
    DeliveryReport.Recipient news = bounce.get().about(email.get().to());
    if (!news.isTrouble()) {
      return new Found(0, 0, 1);
    }
    transactions.executeWithoutResult(status -> record(email.get(), news));
    return news.action() == DeliveryReport.Action.FAILED ? new Found(1, 0, 0) : new Found(0, 1, 0);
  }

  private Optional<Email> email(DeliveryReport bounce) {
    return bounce.emails().stream().flatMap(id -> emails.find(id).stream()).findFirst();
  }

  private void record(Email email, DeliveryReport.Recipient news) {
    String words =
        EmailRows.bounded(
            "%s %s".formatted(news.status(), news.diagnostic()).strip(),
            UndeliverableAddresses.LONGEST);
    log.warn("Email {} to {} {}: {}", email.id(), email.to(), news.action().key(), words);
    if (news.action() == DeliveryReport.Action.FAILED) {
      bounces.failed(email.id(), words, clock.instant());
    } else {
      bounces.delayed(email.id(), words, clock.instant());
    }
    if (news.isPermanent()) {
      refusals.refused(email.to(), news.status(), news.diagnostic(), email.id());
    }
  }
}
