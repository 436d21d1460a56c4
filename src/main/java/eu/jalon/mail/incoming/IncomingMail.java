package eu.jalon.mail.incoming;

import eu.jalon.mail.bounce.Bounces;
import eu.jalon.mail.mailbox.BounceMailbox;
import eu.jalon.mail.mailbox.DeliveryReport;
import eu.jalon.mail.mailbox.IncomingMessage;
import eu.jalon.mail.mailbox.MailboxUnreachableException;
import eu.jalon.mail.reply.Replies;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads the configured mailbox: delivery reports are recorded, replies are kept. */
@Service
public class IncomingMail {

  private static final Logger log = LoggerFactory.getLogger(IncomingMail.class);

  /**
   * The number of messages read.
   *
   * @param failed reports of failures
   * @param delayed reports of delays
   * @param replies replies that were kept, also automatic ones
   * @param others all other messages
   */
  public record Counts(int failed, int delayed, int replies, int others) {

    private static final Counts NONE = new Counts(0, 0, 0, 0);

    private Counts plus(Counts other) {
      return new Counts(
          failed + other.failed,
          delayed + other.delayed,
          replies + other.replies,
          others + other.others);
    }
  }

  private final BounceMailbox mailbox;
  private final Bounces bounces;
  private final Replies replies;
  private volatile boolean unreachable;

  IncomingMail(BounceMailbox mailbox, Bounces bounces, Replies replies) {
    this.mailbox = mailbox;
    this.bounces = bounces;
    this.replies = replies;
  }

  /**
   * Processes all messages in the mailbox; an unreachable mailbox is read by the next call.
   *
   * <p>Checks for a transaction itself: under {@code Propagation.NEVER} a connection to the
   * database would be kept while the mailbox replies.
   */
  public Counts collect() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException("The mailbox cannot be read in a transaction");
    }
    Counts[] counts = {Counts.NONE};
    if (!mailbox.isConfigured()) {
      return counts[0];
    }
    try {
      mailbox.read(message -> counts[0] = counts[0].plus(process(message)));
      if (unreachable) {
        log.info("The mailbox of delivery reports and replies is reachable again");
      }
      unreachable = false;
    } catch (MailboxUnreachableException e) {
      if (!unreachable) {
        log.warn("Delivery reports and replies cannot be read: {}", e.getMessage());
      }
      unreachable = true;
    }
    if (!counts[0].equals(Counts.NONE)) {
      log.info("Read the mailbox: {}", counts[0]);
    }
    return counts[0];
  }

  private Counts process(IncomingMessage message) {
    Optional<DeliveryReport.Action> reported = message.report().flatMap(bounces::record);
    if (reported.isPresent()) {
      return reported.get() == DeliveryReport.Action.FAILED
          ? new Counts(1, 0, 0, 0)
          : new Counts(0, 1, 0, 0);
    }
    return message.reply().filter(replies::keep).isPresent()
        ? new Counts(0, 0, 1, 0)
        : new Counts(0, 0, 0, 1);
  }
}
