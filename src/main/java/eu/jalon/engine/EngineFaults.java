package eu.jalon.engine;

import eu.jalon.shared.Races;
import eu.jalon.shared.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * Tells which faults of the engine are validation errors: those that one of our listeners raised
 * inside it, and those of an act that came second to a parallel one.
 */
final class EngineFaults {

  private EngineFaults() {}

  /** The validation error behind a fault; empty for a fault of the engine itself. */
  static Optional<Refusal> refusalIn(RuntimeException fault, Refusal raced) {
    Optional<Refusal> known = Races.refusalIn(fault);
    if (known.isPresent()) {
      return known;
    }
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TaskAlreadyClaimedException claimed) {
        return Optional.of(Refusal.conflict("actionItem.claimed", claimed.getTaskId()));
      }
      if (cause instanceof OptimisticLockingException) {
        return Optional.of(raced);
      }
    }
    return Optional.empty();
  }

  /**
   * Runs one of our own calls into the engine.
   *
   * @param raced what to throw where a parallel act was faster
   */
  static void translate(Runnable call, Refusal raced) {
    try {
      call.run();
    } catch (NullValueException gone) {
      throw refusalIn(gone, raced).orElse(raced);
    } catch (ProcessEngineException fault) {
      throw refusalIn(fault, raced).<RuntimeException>map(refusal -> refusal).orElse(fault);
    }
  }
}
