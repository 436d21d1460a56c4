package eu.jalon.outbox;

import eu.jalon.outbox.smtp.MessageWriter;
import eu.jalon.outbox.smtp.WrittenMail;
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
 * What the letters of a batch say: composed and written down some at a time, the next ones while
 * the ones before are sent; and anew where that is some seconds old, so that no letter tells of
 * what was done meanwhile.
 */
final class Drafts {

  private static final int CHUNK = 25;
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Composes, writes down and stores. */
  private final class Chunk {

    private final List<Letter> letters;
    private final long composedNanos = System.nanoTime();
    private final Map<UUID, WrittenMail> written = new HashMap<>();

    Chunk(List<Letter> letters) {
      this.letters = letters;
      Map<UUID, ComposedLetter> composed =
          composer.compose(letters, LetterComposer.Purpose.SENDING);
      for (Letter letter : letters) {
        ComposedLetter words = composed.get(letter.id());
        if (words != null) {
          written.put(letter.id(), writer.write(Outbox.mail(letter, words, clock)));
        }
      }
      queue.store(written, owner);
    }

    boolean isStale() {
      return System.nanoTime() - composedNanos > FRESH.toNanos();
    }

    List<Letter> from(Letter letter) {
      return letters.subList(letters.indexOf(letter), letters.size());
    }
  }

  private final LetterComposer composer;
  private final MessageWriter writer;
  private final JdbcLetterQueue queue;
  private final Executor ahead;
  private final Clock clock;
  private final String owner;
  private final Map<UUID, CompletableFuture<Chunk>> chunks = new HashMap<>();

  Drafts(
      LetterComposer composer,
      MessageWriter writer,
      JdbcLetterQueue queue,
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
  Drafts begin(List<Letter> batch) {
    List<List<Letter>> parts = new ArrayList<>();
    for (int i = 0; i < batch.size(); i += CHUNK) {
      parts.add(batch.subList(i, Math.min(batch.size(), i + CHUNK)));
    }
    for (List<Letter> part : parts) {
      CompletableFuture<Chunk> chunk = CompletableFuture.supplyAsync(() -> new Chunk(part), ahead);
      part.forEach(letter -> chunks.put(letter.id(), chunk));
    }
    return this;
  }

  /** The letter as it reads now; empty where nothing is left to say. */
  Optional<WrittenMail> of(Letter letter) {
    CompletableFuture<Chunk> future = chunks.get(letter.id());
    if (future == null) {
      throw new IllegalArgumentException("Not of this batch: " + letter.id());
    }
    Chunk chunk;
    try {
      chunk = future.join();
    } catch (CompletionException e) {
      chunk = again(List.of(letter));
    }
    if (chunk.isStale()) {
      chunk = again(chunk.from(letter));
    }
    return Optional.ofNullable(chunk.written.get(letter.id()));
  }

  private Chunk again(List<Letter> letters) {
    Chunk chunk = new Chunk(letters);
    letters.forEach(letter -> chunks.put(letter.id(), CompletableFuture.completedFuture(chunk)));
    return chunk;
  }
}
