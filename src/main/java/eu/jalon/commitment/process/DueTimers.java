package eu.jalon.commitment.process;

import eu.jalon.shared.CommitmentRef;

/**
 * Port to the engine's timers. The engine runs them by itself; only with a clock that was set back
 * must the caller say when time has passed.
 */
public interface DueTimers {

  /** Runs the timers of a commitment that are due, in the caller's transaction. */
  void run(CommitmentRef ref);
}
