package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.NotSentReason;
import eu.jalon.mail.RetryDelay;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.WrittenMessage;
import eu.jalon.mail.queue.JdbcMailQueue.Mark;
import eu.jalon.mail.smtp.DeliveryResult;
import eu.jalon.mail.smtp.Relay;
import eu.jalon.mail.smtp.RelayUnreachableException;
import eu.jalon.shared.BrusselsTime;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the emails that are due, each at least once and always under its own Message-ID.
 *
 * <p>A batch is claimed under a lease and committed; composing and sending happen outside any
 * transaction over one connection; each email is marked right after its own sending. Any number of
 * dispatchers may run at once, and one that dies leaves its emails to the others; one that is shut
 * down releases those it has not begun. An email belongs to its day: what could not be sent on it
 * is dropped, and the next round says what is still true.
 */
@Service
public class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** A relay that did not answer so often in a row is worth an alarm. */
  private static final int ALARM = 3;

  /** So many threads compose the next emails while one sends those before. */
  private static final int AHEAD = 2;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final JdbcMailQueue queue;
  private final EmailComposer composer;
  private final MessageWriter writer;
  private final Relay relay;
  private final MailProperties properties;
  private final Clock clock;

  private final HeldEmails held = new HeldEmails();
  private final ExecutorService ahead =
      Executors.newFixedThreadPool(
          AHEAD,
          work -> {
            Thread thread = new Thread(work, "emails-ahead");
            thread.setDaemon(true);
            return thread;
          });

  Dispatcher(
      JdbcMailQueue queue,
      EmailComposer composer,
      MessageWriter writer,
      Relay relay,
      MailProperties properties,
      Clock clock) {
    if (properties.lease().compareTo(relay.patience()) <= 0) {
      throw new IllegalArgumentException(
          "jalon.mail.lease is %s: it must be longer than mail.smtp.timeout, which is %s"
              .formatted(properties.lease(), relay.patience()));
    }
    this.queue = queue;
    this.composer = composer;
    this.writer = writer;
    this.relay = relay;
    this.properties = properties;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    ahead.shutdownNow();
  }

  /** Begins no further email, and releases those that are held and not begun. */
  @EventListener(ContextClosedEvent.class)
  void release() {
    Map<UUID, String> waiting = held.close();
    if (!waiting.isEmpty()) {
      queue.release(waiting.keySet(), waiting.values());
      log.info("{} emails were released at shutdown", waiting.size());
    }
  }

  /**
   * Sends until nothing is due, the relay cannot be reached, its rate is used up, or the
   * application stops.
   *
   * @return the number of emails that the relay took
   */
  @Transactional(propagation = Propagation.NEVER)
  public int dispatch() {
    int sent = 0;
    Batch batch = claim();
    while (!batch.emails().isEmpty()) {
      // The next emails are composed while these are sent.
      Batch next = claimAhead();
      try (Line line = new Line(batch.relayFailed())) {
        sent += send(batch, next, line);
      } catch (RelayUnreachableException e) {
        return sent;
      } finally {
        held.forget(batch.emails());
      }
      batch = next.emails().isEmpty() ? claim() : next;
    }
    return sent;
  }

  /** A fault in claiming ahead must not keep back the emails in hand. */
  private Batch claimAhead() {
    try {
      return claim();
    } catch (DataAccessException | TransactionException e) {
      log.warn("No emails can be claimed ahead", e);
      return new Batch("", List.of(), false, new Lease(clock, properties.lease()), drafts(""));
    }
  }

  private ComposedBatch drafts(String owner) {
    return new ComposedBatch(composer, writer, queue, ahead, clock, owner);
  }

  /**
   * Emails that are held, and what they say, which is being composed. Each batch has an owner of
   * its own: a lease that runs out before its batch is reached may be taken by the next one, as by
   * any other dispatcher.
   */
  private record Batch(
      String owner, List<Email> emails, boolean relayFailed, Lease lease, ComposedBatch drafts) {}

  private Batch claim() {
    String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    Lease lease = new Lease(clock, properties.lease());
    JdbcMailQueue.Claim claim = queue.claim(owner, properties);
    if (!held.add(claim.emails(), owner)) {
      queue.release(claim.emails().stream().map(Email::id).toList(), List.of(owner));
      return new Batch(owner, List.of(), false, lease, drafts(owner));
    }
    return new Batch(
        owner,
        claim.emails(),
        claim.relayFailed(),
        lease,
        drafts(owner).begin(due(claim.emails())));
  }

  private int send(Batch batch, Batch next, Line line) throws RelayUnreachableException {
    String owner = batch.owner();
    int sent = 0;
    for (int i = 0; i < batch.emails().size(); i++) {
      Email email = batch.emails().get(i);
      if (!held.begin(email)) {
        return sent;
      }
      Lease lease = batch.lease();
      if (!lease.outlasts(relay.patience())) {
        lease = new Lease(clock, properties.lease());
        if (!queue.renew(email.id(), owner, properties.lease())) {
          log.warn("Email {} was taken over by another dispatcher", email.id());
          continue;
        }
      }
      try {
        Mark mark = handle(email, batch.drafts(), owner, lease, line);
        sent += mark.status() == EmailStatus.SENT ? 1 : 0;
        mark(email, owner, mark, lease);
      } catch (RelayUnreachableException e) {
        List<UUID> waiting =
            Stream.concat(
                    batch.emails().subList(i, batch.emails().size()).stream(),
                    next.emails().stream())
                .map(Email::id)
                .toList();
        held.forget(next.emails());
        unreachable(waiting, List.of(owner, next.owner()), String.valueOf(e.getMessage()));
        throw e;
      }
    }
    return sent;
  }

  private void unreachable(List<UUID> waiting, List<String> owners, String why) {
    int failures = queue.unreachable(waiting, owners, why);
    if (failures >= ALARM) {
      log.error("Emails wait, for the {}th time in a row: {}", failures, why);
    } else {
      log.warn("Emails wait: {}", why);
    }
  }

  /** Asked before the final dot, whose answer may take all of the relay's patience. */
  private boolean isOurs(Email email, String owner, Lease lease) {
    return lease.outlasts(relay.patience()) || queue.renew(email.id(), owner, properties.lease());
  }

  /** What the relay said is not lost because the database is away for a moment. */
  private void mark(Email email, String owner, Mark mark, Lease lease) {
    while (true) {
      try {
        if (!queue.mark(email.id(), owner, mark)) {
          log.warn("Email {} became {}, but its lease was lost", email.id(), mark.status());
        }
        return;
      } catch (DataAccessException e) {
        if (!lease.holds()) {
          throw e;
        }
        log.warn("Email {} became {}, which cannot be written yet", email.id(), mark.status());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private boolean isOver(Email email) {
    return !email.lasting() && email.on().isBefore(BrusselsTime.today(clock));
  }

  private List<Email> due(List<Email> batch) {
    return batch.stream().filter(email -> !isOver(email) && properties.allows(email.to())).toList();
  }

  private Mark handle(Email email, ComposedBatch drafts, String owner, Lease lease, Line line)
      throws RelayUnreachableException {
    if (isOver(email)) {
      return Mark.closed(EmailStatus.DROPPED, NotSentReason.DAY_OVER);
    }
    if (!properties.allows(email.to())) {
      log.warn("Email {} is not sent: {} is not allowed", email.id(), email.to().domain());
      return Mark.closed(EmailStatus.FAILED, NotSentReason.DOMAIN_NOT_ALLOWED);
    }
    WrittenMessage mail;
    try {
      mail = drafts.of(email).orElse(null);
    } catch (RuntimeException e) {
      log.error("Email {} cannot be composed", email.id(), e);
      int attempts = email.attempts() + 1;
      return again(email, EmailStatus.RETRY, RetryDelay.after(attempts), e.toString());
    }
    return mail == null
        ? Mark.closed(EmailStatus.DROPPED, NotSentReason.NOTHING_LEFT)
        : mark(email, line.connection().send(mail, () -> isOurs(email, owner, lease)));
  }

  private Mark mark(Email email, DeliveryResult delivery) {
    int attempts = email.attempts() + 1;
    return switch (delivery.result()) {
      case ACCEPTED -> Mark.sent(delivery.reply());
      case REFUSED_FOR_NOW ->
          again(email, EmailStatus.RETRY, RetryDelay.after(attempts), delivery.reply());
      case UNKNOWN ->
          again(email, EmailStatus.UNKNOWN, RetryDelay.afterUnknown(attempts), delivery.reply());
      case REFUSED -> {
        log.error("Email {} to {} failed: {}", email.id(), email.to(), delivery.reply());
        yield Mark.failed(delivery.reply(), NotSentReason.REFUSED);
      }
    };
  }

  private static Mark again(Email email, EmailStatus status, Duration delay, String reply) {
    if (RetryDelay.isExhausted(email, email.attempts() + 1)) {
      log.error("Email {} to {} is given up: {}", email.id(), email.to(), reply);
      return Mark.failed(reply, NotSentReason.GIVEN_UP);
    }
    return Mark.again(status, reply, delay);
  }

  /** The connection of one batch, opened for its first email and again where it broke. */
  private final class Line implements AutoCloseable {

    private final boolean failedBefore;
    private Relay.@Nullable Connection current;

    Line(boolean failedBefore) {
      this.failedBefore = failedBefore;
    }

    Relay.Connection connection() throws RelayUnreachableException {
      Relay.Connection open = current;
      if (open != null && open.isOpen()) {
        return open;
      }
      if (open != null && open.isTooSlow()) {
        // The other emails of the batch would be held as long each; they are given back.
        throw new RelayUnreachableException(relay.destination());
      }
      close();
      open = relay.open();
      current = open;
      if (failedBefore) {
        queue.relayAnswered();
      }
      return open;
    }

    @Override
    public void close() {
      if (current != null) {
        current.close();
        current = null;
      }
    }
  }
}
