package eu.jalon.engine.fault;

import eu.jalon.shared.ConcurrencyFaults;
import eu.jalon.shared.ValidationError;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * Tells which faults of the engine are validation errors: those that one of our listeners raised
 * inside it, and those of an act that came second to a parallel one.
 */
public final class EngineFaults {

  private EngineFaults() {}

  /** The validation error behind a fault; empty for a fault of the engine itself. */
  public static Optional<ValidationError> refusalIn(RuntimeException fault, ValidationError raced) {
    Optional<ValidationError> known = ConcurrencyFaults.validationErrorIn(fault);
    if (known.isPresent()) {
      return known;
    }
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TaskAlreadyClaimedException claimed) {
        return Optional.of(ValidationError.conflict("actionItem.claimed", claimed.getTaskId()));
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
  public static void translate(Runnable call, ValidationError raced) {
    try {
      call.run();
    } catch (NullValueException gone) {
      throw refusalIn(gone, raced).orElse(raced);
    } catch (ProcessEngineException fault) {
      throw refusalIn(fault, raced).<RuntimeException>map(refusal -> refusal).orElse(fault);
    }
  }
}
