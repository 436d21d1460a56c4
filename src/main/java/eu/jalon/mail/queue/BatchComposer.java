package eu.jalon.mail.queue;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.WrittenMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Composes the e-mails of a batch in chunks, in the background, and stores the messages. A chunk
 * older than some seconds is composed again, so that no e-mail contains outdated items.
 */
final class BatchComposer {

  private static final int CHUNK = 50;
  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  /** Composes and stores its e-mails when it is created. */
  private final class Chunk {

    private final List<Email> emails;
    private final long composedNanos = System.nanoTime();
    private final Map<UUID, WrittenMessage> messages = new HashMap<>();

    Chunk(List<Email> emails) {
      this.emails = emails;
      Map<UUID, ComposedEmail> composed = composer.compose(emails, EmailComposer.Purpose.SENDING);
      for (Email email : emails) {
        ComposedEmail content = composed.get(email.id());
        if (content != null) {
          messages.put(email.id(), writer.write(MailQueue.outgoing(email, content, clock)));
        }
      }
      queue.store(messages, owner);
    }

    boolean isOutdated() {
      return System.nanoTime() - composedNanos > MAX_AGE.toNanos();
    }

    List<Email> from(Email email) {
      return emails.subList(emails.indexOf(email), emails.size());
    }
  }

  private final EmailComposer composer;
  private final MessageWriter writer;
  private final JdbcMailQueue queue;
  private final Executor background;
  private final Clock clock;
  private final String owner;
  private final Map<UUID, CompletableFuture<Chunk>> chunks = new HashMap<>();

  BatchComposer(
      EmailComposer composer,
      MessageWriter writer,
      JdbcMailQueue queue,
      Executor background,
      Clock clock,
      String owner) {
    this.composer = composer;
    this.writer = writer;
    this.queue = queue;
    this.background = background;
    this.clock = clock;
    this.owner = owner;
  }

  /** Starts composing a batch, in the order in which it will be sent. */
  BatchComposer start(List<Email> batch) {
    for (int i = 0; i < batch.size(); i += CHUNK) {
      List<Email> emails = batch.subList(i, Math.min(batch.size(), i + CHUNK));
      CompletableFuture<Chunk> chunk =
          CompletableFuture.supplyAsync(() -> new Chunk(emails), background);
      emails.forEach(email -> chunks.put(email.id(), chunk));
    }
    return this;
  }

  /** Waits for the message of an e-mail; empty if it has no content left. */
  Optional<WrittenMessage> message(Email email) {
    CompletableFuture<Chunk> future = chunks.get(email.id());
    if (future == null) {
      throw new IllegalArgumentException("E-mail " + email.id() + " is not part of this batch");
    }
    Chunk chunk;
    try {
      chunk = future.join();
    } catch (CompletionException e) {
      // One e-mail that cannot be composed must not fail the others of its chunk.
      chunk = composeAgain(List.of(email));
    }
    if (chunk.isOutdated()) {
      chunk = composeAgain(chunk.from(email));
    }
    return Optional.ofNullable(chunk.messages.get(email.id()));
  }

  private Chunk composeAgain(List<Email> emails) {
    Chunk chunk = new Chunk(emails);
    emails.forEach(email -> chunks.put(email.id(), CompletableFuture.completedFuture(chunk)));
    return chunk;
  }
}
