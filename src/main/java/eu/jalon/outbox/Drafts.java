package eu.jalon.outbox;

import eu.jalon.outbox.smtp.OutgoingMail;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the letters of a batch say: composed together, and anew for those still to be sent once that
 * is some seconds old, so that no letter tells of what was done meanwhile.
 */
final class Drafts {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final LetterComposer composer;
  private final List<Letter> batch;
  private final Clock clock;
  private final Map<UUID, ComposedLetter> composed = new HashMap<>();
  private long composedNanos;
  private boolean stale = true;

  Drafts(LetterComposer composer, List<Letter> batch, Clock clock) {
    this.composer = composer;
    this.batch = batch;
    this.clock = clock;
  }

  /** The letter as it reads now; empty where nothing is left to say. */
  Optional<OutgoingMail> of(Letter letter) {
    if (stale || System.nanoTime() - composedNanos > FRESH.toNanos()) {
      compose(letter);
    }
    return Optional.ofNullable(composed.get(letter.id()))
        .map(words -> Outbox.mail(letter, words, clock));
  }

  private void compose(Letter from) {
    composed.clear();
    stale = true;
    composedNanos = System.nanoTime();
    composed.putAll(
        composer.compose(
            batch.subList(batch.indexOf(from), batch.size()), LetterComposer.Purpose.SENDING));
    stale = false;
  }
}
