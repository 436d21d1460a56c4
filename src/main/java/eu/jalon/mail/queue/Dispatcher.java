package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.queue.JdbcMailQueue.Outcome;
import eu.jalon.mail.smtp.Relay;
import eu.jalon.mail.smtp.RelayUnreachableException;
import eu.jalon.shared.InvalidSettingException;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends the e-mails that are due, each at least once and always with the same Message-ID.
 *
 * <p>A batch is claimed under a lease in a short transaction. Its e-mails are composed and sent
 * outside any transaction over one connection, and each outcome is recorded right after sending.
 * Any number of dispatchers may run: when a node fails, its leases expire and others send its
 * e-mails; at shutdown it releases the e-mails it has not started, and waits some seconds for the
 * reply to the one it is sending.
 */
@Service
public class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** Failed connections in a row from which they are logged as errors. */
  private static final int ERROR_FROM = 3;

  private static final int COMPOSER_THREADS = 2;

  private static final Duration PAUSE_BEFORE_RETRY = Duration.ofMillis(250);

  /** With the 30 seconds for requests in progress, below the 40 that service managers allow. */
  private static final Duration LONGEST_WAIT_AT_SHUTDOWN = Duration.ofSeconds(8);

  private final JdbcMailQueue queue;
  private final EmailComposer composer;
  private final MessageWriter writer;
  private final Relay relay;
  private final MailProperties properties;
  private final Clock clock;
  private final EmailDelivery delivery;

  private final ClaimedEmails claimed = new ClaimedEmails();

  /** Read-locked while e-mails are sent. */
  private final ReadWriteLock sending = new ReentrantReadWriteLock();

  private final ExecutorService composerThreads =
      Executors.newFixedThreadPool(
          COMPOSER_THREADS,
          work -> {
            Thread thread = new Thread(work, "email-composer");
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
    if (properties.lease().compareTo(relay.replyTimeout()) <= 0) {
      throw new InvalidSettingException(
          "jalon.mail.lease is %s: it must be longer than mail.smtp.timeout, which is %s"
              .formatted(properties.lease(), relay.replyTimeout()));
    }
    this.queue = queue;
    this.composer = composer;
    this.writer = writer;
    this.relay = relay;
    this.properties = properties;
    this.clock = clock;
    this.delivery = new EmailDelivery(queue, relay, properties, clock);
  }

  @PreDestroy
  void stopComposing() {
    composerThreads.shutdownNow();
  }

  /**
   * At shutdown, starts no further e-mail, releases the claimed ones, and waits until the one being
   * sent is recorded: otherwise it would be sent again after its lease.
   */
  @EventListener(ContextClosedEvent.class)
  void releaseAtShutdown() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT_AT_SHUTDOWN.toNanos();
    Map<UUID, String> unsent = claimed.close();
    if (!unsent.isEmpty()) {
      release(unsent, end);
    }
    if (sending.writeLock().tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      sending.writeLock().unlock();
    } else {
      log.warn("The relay has not replied: an e-mail may be sent again after its lease");
    }
  }

  /** Repeats a failed statement until the end, in the time of {@link System#nanoTime}. */
  private void release(Map<UUID, String> unsent, long end) {
    while (true) {
      try {
        queue.release(unsent.keySet(), unsent.values());
        log.info("Released {} e-mails at shutdown", unsent.size());
        return;
      } catch (DataAccessException e) {
        if (System.nanoTime() - end > 0) {
          log.warn("Cannot release {} e-mails: they are sent after their lease", unsent.size(), e);
          return;
        }
        log.warn("Cannot release {} e-mails yet", unsent.size());
        LockSupport.parkNanos(PAUSE_BEFORE_RETRY.toNanos());
      }
    }
  }

  /**
   * A claimed batch. Each batch has its own lease owner: if the lease expires before the batch is
   * sent, the next batch of the same dispatcher may claim its e-mails.
   */
  private record Batch(
      String owner,
      List<Email> emails,
      boolean relayFailed,
      LeaseTimer lease,
      BatchComposer composer) {

    boolean isEmpty() {
      return emails.isEmpty();
    }

    List<Email> from(int index) {
      return emails.subList(index, emails.size());
    }
  }

  /**
   * Sends until no e-mail is due, the relay cannot be reached, its rate limit is reached, or the
   * application stops.
   *
   * <p>Checks for a transaction itself: under {@code Propagation.NEVER} all statements of this
   * thread would share one connection to the database, and none would succeed after that was lost.
   *
   * @return the number of e-mails that the relay accepted
   */
  public int dispatch() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException("E-mails cannot be sent in a transaction");
    }
    sending.readLock().lock();
    try {
      return dispatchAll();
    } finally {
      sending.readLock().unlock();
    }
  }

  private int dispatchAll() {
    int sent = 0;
    Batch batch = claim();
    while (!batch.isEmpty()) {
      // Claimed now, so that it is composed while the current batch is sent.
      Batch next = claimNext();
      try (RelayConnection connection = connection(batch)) {
        sent += send(batch, next, connection);
      } catch (RelayUnreachableException e) {
        return sent;
      } finally {
        claimed.remove(batch.emails());
      }
      batch = next.isEmpty() ? claim() : next;
    }
    return sent;
  }

  private RelayConnection connection(Batch batch) {
    return new RelayConnection(relay, batch.relayFailed() ? queue::relayReachable : () -> {});
  }

  private Batch claim() {
    String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    LeaseTimer lease = new LeaseTimer(clock, properties.lease());
    JdbcMailQueue.Claim claim = queue.claim(owner, properties);
    if (!claimed.add(claim.emails(), owner)) {
      queue.release(claim.emails().stream().map(Email::id).toList(), List.of(owner));
      return new Batch(owner, List.of(), false, lease, composer(owner));
    }
    List<Email> toCompose = claim.emails().stream().filter(delivery::isAllowed).toList();
    return new Batch(
        owner, claim.emails(), claim.relayFailed(), lease, composer(owner).start(toCompose));
  }

  /** As {@link #claim}; an error must not prevent the current batch from being sent. */
  private Batch claimNext() {
    try {
      return claim();
    } catch (DataAccessException | TransactionException e) {
      log.warn("Cannot claim the next e-mails", e);
      LeaseTimer lease = new LeaseTimer(clock, properties.lease());
      return new Batch("", List.of(), false, lease, composer(""));
    }
  }

  private BatchComposer composer(String owner) {
    return new BatchComposer(composer, writer, queue, composerThreads, clock, owner);
  }

  private int send(Batch batch, Batch next, RelayConnection connection)
      throws RelayUnreachableException {
    int sent = 0;
    for (int i = 0; i < batch.emails().size(); i++) {
      Email email = batch.emails().get(i);
      if (!claimed.start(email)) {
        return sent;
      }
      LeaseTimer lease = lease(email, batch).orElse(null);
      if (lease == null) {
        log.warn("Another dispatcher has claimed e-mail {}", email.id());
        continue;
      }
      try {
        Outcome outcome =
            delivery.deliver(email, batch.owner(), lease, batch.composer(), connection);
        sent += outcome.status() == EmailStatus.SENT ? 1 : 0;
        record(email, batch.owner(), outcome, lease);
      } catch (RelayUnreachableException e) {
        releaseUnsent(batch.from(i), batch.owner(), next, String.valueOf(e.getMessage()));
        throw e;
      }
    }
    return sent;
  }

  /**
   * The lease of the batch, or a new one if that may expire during sending; empty if it is lost.
   */
  private Optional<LeaseTimer> lease(Email email, Batch batch) {
    if (batch.lease().outlasts(relay.replyTimeout())) {
      return Optional.of(batch.lease());
    }
    LeaseTimer renewed = new LeaseTimer(clock, properties.lease());
    return queue.renew(email.id(), batch.owner(), properties.lease())
        ? Optional.of(renewed)
        : Optional.empty();
  }

  private void releaseUnsent(List<Email> unsent, String owner, Batch next, String reason) {
    List<UUID> ids = Stream.concat(unsent.stream(), next.emails().stream()).map(Email::id).toList();
    claimed.remove(next.emails());
    int failures = queue.unreachable(ids, List.of(owner, next.owner()), reason);
    if (failures >= ERROR_FROM) {
      log.error("The relay failed {} times in a row, e-mails are delayed: {}", failures, reason);
    } else {
      log.warn("The relay failed, e-mails are delayed: {}", reason);
    }
  }

  /** Records the outcome; repeats a failed statement as long as the lease is valid. */
  private void record(Email email, String owner, Outcome outcome, LeaseTimer lease) {
    while (true) {
      try {
        if (!queue.record(email.id(), owner, outcome)) {
          log.warn("The lease of e-mail {} expired before {}", email.id(), outcome.status());
        }
        return;
      } catch (DataAccessException e) {
        if (!lease.isValid()) {
          throw e;
        }
        log.warn("Cannot record {} of e-mail {} yet", outcome.status(), email.id());
        LockSupport.parkNanos(PAUSE_BEFORE_RETRY.toNanos());
      }
    }
  }
}
