package eu.jalon.directory.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is read often and changed rarely in memory for up to ten seconds, which is how long a
 * change on another node may stay unseen.
 */
public final class ShortLivedCache<T> {

  private static final Duration TIME = Duration.ofSeconds(10);

  private final Supplier<T> reader;
  private final AtomicInteger changes = new AtomicInteger();
  private volatile @Nullable Reading<T> last;

  private record Reading<T>(T value, long at) {}

  public ShortLivedCache(Supplier<T> reader) {
    this.reader = reader;
  }

  /** Returns the value, read at most ten seconds ago. */
  public T get() {
    Reading<T> kept = last;
    if (kept == null || System.nanoTime() - kept.at() >= TIME.toNanos()) {
      int before = changes.get();
      kept = new Reading<>(reader.get(), System.nanoTime());
      if (changes.get() == before) {
        last = kept;
      }
    }
    return kept.value();
  }

  /** The value is read again, now and when the transaction has ended. */
  public void invalidate() {
    forget();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forget();
            }
          });
    }
  }

  /** A value that is being read at the same time is not kept. */
  private void forget() {
    changes.incrementAndGet();
    last = null;
  }
}
