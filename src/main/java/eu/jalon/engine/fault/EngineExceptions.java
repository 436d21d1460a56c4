package eu.jalon.engine.fault;

import eu.jalon.shared.ConcurrencyFaults;
import eu.jalon.shared.ValidationError;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;

/**
 * Translates engine exceptions to validation errors: those that Jalon's listeners threw inside the
 * engine, and those caused by a concurrent change.
 */
public final class EngineExceptions {

  private EngineExceptions() {}

  /**
   * The validation error behind an exception; empty for a failure of the engine itself.
   *
   * @param raced the error for a concurrent change
   */
  public static Optional<ValidationError> validationErrorIn(
      RuntimeException failure, ValidationError raced) {
    Optional<ValidationError> known = ConcurrencyFaults.validationErrorIn(failure);
    if (known.isPresent()) {
      return known;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
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
   * Runs a call to the engine and translates its exceptions.
   *
   * @param raced the error for a concurrent change
   */
  public static void translate(Runnable call, ValidationError raced) {
    try {
      call.run();
    } catch (NullValueException | NotFoundException gone) {
      throw validationErrorIn(gone, raced).orElse(raced);
    } catch (ProcessEngineException failure) {
      throw validationErrorIn(failure, raced)
          .<RuntimeException>map(refusal -> refusal)
          .orElse(failure);
    }
  }
}
