package eu.jalon.engine.fault;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Records the exception of a failed engine command for the error filter: the engine's REST API
 * returns only its message.
 */
public final class FailedCommandInterceptor extends CommandInterceptor {

  private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

  /** Holds the last failure on this thread until it is closed. */
  public static final class Recorder implements AutoCloseable {

    private @Nullable RuntimeException last;

    private Recorder() {}

    public @Nullable RuntimeException last() {
      return last;
    }

    /** The first exception of a type in the cause chain of the last failure. */
    public <E extends Throwable> @Nullable E cause(Class<E> type) {
      Throwable cause = last;
      while (cause != null) {
        if (type.isInstance(cause)) {
          return type.cast(cause);
        }
        cause = cause.getCause();
      }
      return null;
    }

    @Override
    public void close() {
      CURRENT.remove();
    }
  }

  /** Starts recording on this thread. */
  public static Recorder record() {
    Recorder recorder = new Recorder();
    CURRENT.set(recorder);
    return recorder;
  }

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failed) {
      Recorder recorder = CURRENT.get();
      if (recorder != null) {
        recorder.last = failed;
      }
      throw failed;
    }
  }
}
