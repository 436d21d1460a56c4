package eu.jalon.engine.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.engine.expression.RestrictedELResolver;
import eu.jalon.engine.fault.EngineExceptions;
import eu.jalon.engine.fault.FailedCommandInterceptor;
import eu.jalon.problem.Problems;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Replaces the engine API's status 500 for a missing task or a rejected form by 404, 409 or 400,
 * with the validation error's message in the user's language, which Tasklist shows. The same
 * messages replace the engine's own where a task is not found or not permitted. A user whose task
 * was completed by another user in the meantime has no right to it any more: that 403 becomes 409,
 * which states who completed it.
 */
public class EngineErrorFilter extends OncePerRequestFilter {

  /** A variable of a forbidden type; the engine throws no specific exception for it. */
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("ENGINE-17007|Cannot find serializer|Cannot deserialize");

  /** A request about a task; the group is its id. */
  private static final Pattern TASK = Pattern.compile(".*/task/([^/]+)(?:/.*)?");

  /** A process of a series that the user does not see; the engine throws no specific exception. */
  private static final String OTHER_SERIES = "belongs to no authenticated tenant";

  private static final JsonNode NO_ANSWER = MissingNode.getInstance();

  private final ObjectProvider<ActionItems> items;
  private final ObjectProvider<Directory> directory;
  private final Problems problems;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  public EngineErrorFilter(
      ObjectProvider<ActionItems> items,
      ObjectProvider<Directory> directory,
      Problems problems,
      LocaleResolver locales,
      ObjectMapper json) {
    this.items = items;
    this.directory = directory;
    this.problems = problems;
    this.locales = locales;
    this.json = json;
  }

  /** Buffers the body of an error with status 500, 404, 403 or 400; writes all others through. */
  private static final class BufferedErrorResponse extends ContentCachingResponseWrapper {

    BufferedErrorResponse(HttpServletResponse response) {
      super(response);
    }

    boolean isError() {
      return getStatus() == SC_INTERNAL_SERVER_ERROR
          || getStatus() == SC_NOT_FOUND
          || getStatus() == SC_BAD_REQUEST
          || getStatus() == SC_FORBIDDEN;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return isError() ? super.getOutputStream() : getResponse().getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return isError() ? super.getWriter() : getResponse().getWriter();
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BufferedErrorResponse buffered = new BufferedErrorResponse(response);
    try (FailedCommandInterceptor.Recorder failed = FailedCommandInterceptor.record()) {
      chain.doFilter(request, buffered);
      JsonNode answer = buffered.isError() ? answer(buffered.getContentAsByteArray()) : NO_ANSWER;
      String message = answer.path("message").asText("");
      // The engine's REST layer dereferences values of a body before it runs a command.
      boolean isNullInBody = answer.path("type").asText("").equals("NullPointerException");
      Optional<ValidationError> error =
          switch (buffered.getStatus()) {
            case HttpServletResponse.SC_FORBIDDEN ->
                registerError(request)
                    .or(() -> ofTask(request).map(EngineErrorFilter::notPermitted));
            case HttpServletResponse.SC_NOT_FOUND -> registerError(request);
            case HttpServletResponse.SC_BAD_REQUEST ->
                failed.last() == null ? Optional.empty() : registerError(request);
            default -> validationError(failed, request, isNullInBody);
          };
      int status =
          error
              .filter(found -> replacesStatus(buffered.getStatus(), found))
              .map(found -> found.kind().status())
              .orElseGet(() -> status(buffered.getStatus(), failed, message));
      if (message.isEmpty() || (error.isEmpty() && status == buffered.getStatus())) {
        buffered.copyBodyToResponse();
        return;
      }
      response.setStatus(status);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(
          response.getOutputStream(),
          Map.of(
              "type",
              "Refused",
              "message",
              error.map(found -> sentence(found, request)).orElse(message)));
    }
  }

  private Optional<ValidationError> validationError(
      FailedCommandInterceptor.Recorder failed, HttpServletRequest request, boolean isNullInBody) {
    RuntimeException last = failed.last();
    if (last == null) {
      return isNullInBody ? Optional.of(ValidationError.invalid("request.body")) : Optional.empty();
    }
    return EngineExceptions.validationErrorIn(last, ValidationError.conflict("request.raced"))
        .or(() -> isGone(failed) ? registerError(request) : Optional.empty());
  }

  private static ValidationError notPermitted(String task) {
    return ValidationError.forbidden("actionItem.notYours", task);
  }

  /** A missing right or task keeps its status, unless the task was closed in the meantime. */
  private static boolean replacesStatus(int given, ValidationError error) {
    return given == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        || given == HttpServletResponse.SC_BAD_REQUEST
        || (given == HttpServletResponse.SC_FORBIDDEN
            && error.kind() == ValidationError.Kind.CONFLICT);
  }

  private static Optional<String> ofTask(HttpServletRequest request) {
    Matcher path = TASK.matcher(request.getRequestURI());
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  /**
   * The register's error for a task that the user does not see or that is closed; the latter names
   * who completed it. Empty for an open task.
   */
  private Optional<ValidationError> registerError(HttpServletRequest request) {
    Optional<String> task = ofTask(request);
    Principal principal = request.getUserPrincipal();
    if (principal == null || task.isEmpty()) {
      return Optional.empty();
    }
    try {
      directory
          .getObject()
          .person(new PersonId(principal.getName()))
          .ifPresent(person -> items.getObject().open(task.get(), person));
      return Optional.empty();
    } catch (ValidationError error) {
      return Optional.of(error);
    }
  }

  private JsonNode answer(byte[] body) {
    try {
      @Nullable JsonNode answer = json.readTree(body);
      return answer == null ? NO_ANSWER : answer;
    } catch (IOException noJson) {
      return NO_ANSWER;
    }
  }

  private static boolean isGone(FailedCommandInterceptor.Recorder failed) {
    return failed.cause(NullValueException.class) != null
        || failed.cause(NotFoundException.class) != null
        || isRaisedByEngine(failed.cause(NullPointerException.class));
  }

  /** Some engine commands dereference a task or process that a parallel request has deleted. */
  private static boolean isRaisedByEngine(@Nullable NullPointerException failure) {
    return failure != null
        && failure.getStackTrace().length > 0
        && failure.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.");
  }

  private static int status(int given, FailedCommandInterceptor.Recorder failed, String message) {
    if (given != HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      return given;
    }
    if (failed.cause(RestrictedELResolver.DeniedException.class) != null
        || UNKNOWN_TYPE.matcher(message).find()) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return isGone(failed) || message.contains(OTHER_SERIES)
        ? HttpServletResponse.SC_NOT_FOUND
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private String sentence(ValidationError error, HttpServletRequest request) {
    return problems.sentence(error, locales.resolveLocale(request));
  }
}
