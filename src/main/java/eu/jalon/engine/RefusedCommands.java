package eu.jalon.engine;

import eu.jalon.shared.Refusal;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes on the HTTP request why a command of the engine was refused: the engine's own REST API
 * keeps only the message of an exception, and answers 500.
 */
class RefusedCommands extends CommandInterceptor {

  private static final String ATTRIBUTE = RefusedCommands.class.getName();

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException fault) {
      RequestAttributes request = RequestContextHolder.getRequestAttributes();
      if (request != null) {
        EngineFaults.refusalIn(fault, Refusal.conflict("request.raced"))
            .ifPresent(
                refusal ->
                    request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST));
      }
      throw fault;
    }
  }

  /** Why the last command of a request was refused, if it was. */
  static Optional<Refusal> of(ServletRequest request) {
    return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
  }
}
