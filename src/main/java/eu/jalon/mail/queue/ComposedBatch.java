package eu.jalon.mail.queue;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.WrittenMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * What the emails of a batch say: composed and written down some at a time, the next ones while the
 * ones before are sent; and anew where that is some seconds old, so that no email tells of what was
 * done meanwhile.
 */
final class ComposedBatch {

  private static final int CHUNK = 25;
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Composes, writes down and stores. */
  private final class Chunk {

    private final List<Email> emails;
    private final long composedNanos = System.nanoTime();
    private final Map<UUID, WrittenMessage> written = new HashMap<>();

    Chunk(List<Email> emails) {
      this.emails = emails;
      Map<UUID, ComposedEmail> composed = composer.compose(emails, EmailComposer.Purpose.SENDING);
      for (Email email : emails) {
        ComposedEmail words = composed.get(email.id());
        if (words != null) {
          written.put(email.id(), writer.write(MailQueue.mail(email, words, clock)));
        }
      }
      queue.store(written, owner);
    }

    boolean isStale() {
      return System.nanoTime() - composedNanos > FRESH.toNanos();
    }

    List<Email> from(Email email) {
      return emails.subList(emails.indexOf(email), emails.size());
    }
  }

  private final EmailComposer composer;
  private final MessageWriter writer;
  private final JdbcMailQueue queue;
  private final Executor ahead;
  private final Clock clock;
  private final String owner;
  private final Map<UUID, CompletableFuture<Chunk>> chunks = new HashMap<>();

  ComposedBatch(
      EmailComposer composer,
      MessageWriter writer,
      JdbcMailQueue queue,
      Executor ahead,
      Clock clock,
      String owner) {
    this.composer = composer;
    this.writer = writer;
    this.queue = queue;
    this.ahead = ahead;
    this.clock = clock;
    this.owner = owner;
  }

  /** Begins with a batch, in the order in which it will be asked for. */
  ComposedBatch begin(List<Email> batch) {
    List<List<Email>> parts = new ArrayList<>();
    for (int i = 0; i < batch.size(); i += CHUNK) {
      parts.add(batch.subList(i, Math.min(batch.size(), i + CHUNK)));
    }
    for (List<Email> part : parts) {
      CompletableFuture<Chunk> chunk = CompletableFuture.supplyAsync(() -> new Chunk(part), ahead);
      part.forEach(email -> chunks.put(email.id(), chunk));
    }
    return this;
  }

  /** The email as it reads now; empty where nothing is left to say. */
  Optional<WrittenMessage> of(Email email) {
    CompletableFuture<Chunk> future = chunks.get(email.id());
    if (future == null) {
      throw new IllegalArgumentException("Not of this batch: " + email.id());
    }
    Chunk chunk;
    try {
      chunk = future.join();
    } catch (CompletionException e) {
      chunk = again(List.of(email));
    }
    if (chunk.isStale()) {
      chunk = again(chunk.from(email));
    }
    return Optional.ofNullable(chunk.written.get(email.id()));
  }

  private Chunk again(List<Email> emails) {
    Chunk chunk = new Chunk(emails);
    emails.forEach(email -> chunks.put(email.id(), CompletableFuture.completedFuture(chunk)));
    return chunk;
  }
}
