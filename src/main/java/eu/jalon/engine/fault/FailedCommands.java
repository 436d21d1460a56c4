package eu.jalon.engine.fault;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Records the exception with which an engine command failed, for the filter that answers the
 * request: the engine's REST layer passes on its message only.
 */
public final class FailedCommands extends CommandInterceptor {

  private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

  /** The last failure on this thread while it is open. */
  public static final class Recorder implements AutoCloseable {

    private @Nullable RuntimeException last;

    private Recorder() {}

    public @Nullable RuntimeException last() {
      return last;
    }

    /** The first exception of a type in the cause chain of the last failure. */
    public <E extends Throwable> @Nullable E cause(Class<E> type) {
      Throwable each = last;
      while (each != null) {
        if (type.isInstance(each)) {
          return type.cast(each);
        }
        each = each.getCause();
      }
      return null;
    }

    @Override
    public void close() {
      CURRENT.remove();
    }
  }

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
