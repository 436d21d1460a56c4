package eu.jalon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last launch of a declaration has come.
 *
 * @param done steps worked through so far; nothing of them is final before the end
 * @param reason the key of the refusal that a failed one ended with
 */
public record LaunchProgress(
    State state, int done, int total, @Nullable String reason, List<String> arguments) {

  /** Where a launch stands. */
  public enum State {
    RUNNING,
    /** It has shown no sign of life for a while: whoever ran it was stopped. */
    INTERRUPTED,
    FAILED,
    DONE
  }

  public boolean running() {
    return state == State.RUNNING;
  }
}
