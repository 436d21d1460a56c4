package eu.jalon.outbox;

import eu.jalon.outbox.JdbcLetterQueue.Mark;
import eu.jalon.outbox.smtp.Delivery;
import eu.jalon.outbox.smtp.Relay;
import eu.jalon.outbox.smtp.RelayUnreachableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the letters that are due, each at least once and always under its own Message-ID.
 *
 * <p>A batch is claimed under a lease and committed; composing and sending happen outside any
 * transaction over one connection; each letter is marked right after its own sending. Any number of
 * dispatchers may run at once, and one that dies leaves its letters to the others.
 */
@Service
public class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final JdbcLetterQueue queue;
  private final LetterComposer composer;
  private final Relay relay;
  private final MailProperties properties;
  private final Clock clock;

  Dispatcher(
      JdbcLetterQueue queue,
      LetterComposer composer,
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
    this.relay = relay;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Sends until nothing is due or the relay cannot be reached.
   *
   * @return the number of letters that the relay took
   */
  @Transactional(propagation = Propagation.NEVER)
  public int dispatch() {
    String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    int sent = 0;
    List<Letter> batch = claim(owner);
    while (!batch.isEmpty()) {
      try (Line line = new Line()) {
        sent += send(batch, owner, line);
      } catch (RelayUnreachableException e) {
        log.warn("Letters wait: {}", e.getMessage());
        break;
      }
      batch = claim(owner);
    }
    return sent;
  }

  private List<Letter> claim(String owner) {
    return queue.claim(owner, properties.batch(), properties.lease());
  }

  private int send(List<Letter> batch, String owner, Line line) throws RelayUnreachableException {
    int sent = 0;
    for (int i = 0; i < batch.size(); i++) {
      Letter letter = batch.get(i);
      if (!queue.renew(letter.id(), owner, properties.lease())) {
        log.warn("Letter {} was taken over by another dispatcher", letter.id());
        continue;
      }
      try {
        Mark mark = handle(letter, line);
        sent += mark.status() == LetterStatus.SENT ? 1 : 0;
        if (!queue.mark(letter.id(), owner, mark)) {
          log.warn("Letter {} became {}, but its lease was lost", letter.id(), mark.status());
        }
      } catch (RelayUnreachableException e) {
        List<UUID> waiting = batch.subList(i, batch.size()).stream().map(Letter::id).toList();
        queue.release(waiting, owner, String.valueOf(e.getMessage()), RetryDelay.UNREACHABLE);
        throw e;
      }
    }
    return sent;
  }

  private Mark handle(Letter letter, Line line) throws RelayUnreachableException {
    if (!properties.allows(letter.to())) {
      log.warn("Letter {} is not sent: {} is not allowed", letter.id(), letter.to().domain());
      return Mark.closed(
          LetterStatus.FAILED,
          "not sent: " + letter.to().domain() + " is not among jalon.mail.allowed-domains");
    }
    try {
      Optional<ComposedLetter> composed = composer.compose(letter);
      return composed.isEmpty()
          ? Mark.closed(LetterStatus.DROPPED, "nothing was left to say")
          : mark(letter, composed.get(), line);
    } catch (RuntimeException e) {
      log.error("Letter {} cannot be composed", letter.id(), e);
      return again(letter, LetterStatus.RETRY, RetryDelay.after(letter.attempts()), e.toString());
    }
  }

  private Mark mark(Letter letter, ComposedLetter composed, Line line)
      throws RelayUnreachableException {
    Delivery delivery = line.connection().send(Outbox.mail(letter, composed, clock));
    int attempts = letter.attempts();
    return switch (delivery.result()) {
      case ACCEPTED ->
          new Mark(
              LetterStatus.SENT,
              delivery.reply(),
              Duration.ZERO,
              composed.subject(),
              delivery.message());
      case REFUSED_FOR_NOW ->
          again(letter, LetterStatus.RETRY, RetryDelay.after(attempts), delivery.reply());
      case UNKNOWN ->
          again(letter, LetterStatus.UNKNOWN, RetryDelay.afterUnknown(attempts), delivery.reply());
      case REFUSED -> {
        log.error("Letter {} to {} failed: {}", letter.id(), letter.to(), delivery.reply());
        yield Mark.closed(LetterStatus.FAILED, delivery.reply());
      }
    };
  }

  private static Mark again(Letter letter, LetterStatus status, Duration delay, String reply) {
    if (RetryDelay.isExhausted(letter.attempts())) {
      log.error("Letter {} to {} is given up: {}", letter.id(), letter.to(), reply);
      return Mark.closed(LetterStatus.FAILED, reply);
    }
    return new Mark(status, reply, delay, null, null);
  }

  /** The connection of one batch, opened for its first letter and again where it broke. */
  private final class Line implements AutoCloseable {

    private Relay.@Nullable Connection current;

    Relay.Connection connection() throws RelayUnreachableException {
      Relay.Connection open = current;
      if (open != null && open.isOpen()) {
        return open;
      }
      close();
      open = relay.open();
      current = open;
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
