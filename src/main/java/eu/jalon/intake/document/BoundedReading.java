package eu.jalon.intake.document;

import eu.jalon.shared.ValidationError;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one reading on a thread of its own, so that a file that a library takes too long for, or
 * nests too deep, ends in a refusal. Few readings run at a time, which bounds the memory they take
 * together.
 */
public final class BoundedReading {

  private static final int AT_A_TIME = 2;
  private static final long STACK_BYTES = 4L * 1024 * 1024;
  private static final Semaphore FREE = new Semaphore(AT_A_TIME, true);

  private BoundedReading() {}

  public static SourceText of(Callable<SourceText> reading, Duration most) {
    try {
      if (!FREE.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ValidationError.conflict("document.busy");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw ValidationError.conflict("document.busy");
    }
    var task = new FutureTask<>(() -> released(reading));
    var thread = new Thread(null, task, "document-reading", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return result(task, thread, most);
  }

  /** A reading that exceeds its time still occupies its slot until it ends. */
  private static SourceText released(Callable<SourceText> reading) throws Exception {
    try {
      return reading.call();
    } finally {
      FREE.release();
    }
  }

  private static SourceText result(FutureTask<SourceText> task, Thread thread, Duration most) {
    try {
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      thread.interrupt();
      throw ValidationError.invalid("document.tooSlow");
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw ValidationError.conflict("document.busy");
    } catch (ExecutionException failed) {
      throw refusal(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private static RuntimeException refusal(Throwable cause) {
    if (cause instanceof ValidationError refused) {
      return refused;
    }
    if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
      return ValidationError.invalid("document.unsafe");
    }
    return new IllegalStateException("A reader failed", cause);
  }
}
