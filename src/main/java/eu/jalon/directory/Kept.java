package eu.jalon.directory;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is read often and changed rarely in memory for up to ten seconds, which is how long a
 * change on another node may stay unseen.
 */
final class Kept<T> {

  private static final Duration TIME = Duration.ofSeconds(10);

  private final Supplier<T> reader;
  private volatile @Nullable Reading<T> last;

  private record Reading<T>(T value, long at) {}

  Kept(Supplier<T> reader) {
    this.reader = reader;
  }

  T get() {
    Reading<T> kept = last;
    if (kept == null || System.nanoTime() - kept.at() >= TIME.toNanos()) {
      kept = new Reading<>(reader.get(), System.nanoTime());
      last = kept;
    }
    return kept.value();
  }

  /** The value is read again, now and when the transaction has ended. */
  void forget() {
    last = null;
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              last = null;
            }
          });
    }
  }
}
