package eu.jalon.engine.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.engine.expression.ExpressionGuard;
import eu.jalon.engine.fault.EngineFaults;
import eu.jalon.engine.fault.FailedCommands;
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
 * Replaces the status 500 with which the engine's API answers when a task does not exist any more
 * or a form is refused: by 404, 409 or 400, and by the validation error's sentence in the user's
 * language, which Tasklist shows.
 */
public class EngineErrorFilter extends OncePerRequestFilter {

  /** A variable of a type that is not allowed: the engine has no exception of its own for it. */
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("ENGINE-17007|Cannot find serializer|Cannot deserialize");

  /** An act on a task, with the id of its action item. */
  private static final Pattern ACT =
      Pattern.compile(".*/task/([^/]+)/(?:claim|unclaim|complete|submit-form)/?");

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

  /** Keeps back the answer about a fault, and lets all others pass as they are written. */
  private static final class Held extends ContentCachingResponseWrapper {

    Held(HttpServletResponse response) {
      super(response);
    }

    boolean isFault() {
      return getStatus() == SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return isFault() ? super.getOutputStream() : getResponse().getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return isFault() ? super.getWriter() : getResponse().getWriter();
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Held held = new Held(response);
    try (FailedCommands.Recorder failed = FailedCommands.record()) {
      chain.doFilter(request, held);
      String message = held.isFault() ? message(held.getContentAsByteArray()) : "";
      Optional<ValidationError> refusal = refusal(failed, request);
      int status = refusal.map(why -> why.kind().status()).orElseGet(() -> status(failed, message));
      if (message.isEmpty() || status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        held.copyBodyToResponse();
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
              refusal.map(why -> sentence(why, request)).orElse(message)));
    }
  }

  private Optional<ValidationError> refusal(
      FailedCommands.Recorder failed, HttpServletRequest request) {
    RuntimeException last = failed.last();
    if (last == null) {
      return Optional.empty();
    }
    return EngineFaults.refusalIn(last, ValidationError.conflict("request.raced"))
        .or(() -> isGone(failed) ? closed(request) : Optional.empty());
  }

  /** What the register says of a task that the engine no longer has: who completed it first. */
  private Optional<ValidationError> closed(HttpServletRequest request) {
    Matcher act = ACT.matcher(request.getRequestURI());
    Principal principal = request.getUserPrincipal();
    if (principal == null || !act.matches()) {
      return Optional.empty();
    }
    try {
      directory
          .getObject()
          .person(new PersonId(principal.getName()))
          .ifPresent(person -> items.getObject().open(act.group(1), person));
      return Optional.empty();
    } catch (ValidationError refusal) {
      return Optional.of(refusal);
    }
  }

  private String message(byte[] body) {
    try {
      @Nullable JsonNode answer = json.readTree(body);
      return answer == null ? "" : answer.path("message").asText("");
    } catch (IOException noJson) {
      return "";
    }
  }

  private static boolean isGone(FailedCommands.Recorder failed) {
    return failed.cause(NullValueException.class) != null
        || failed.cause(NotFoundException.class) != null;
  }

  private static int status(FailedCommands.Recorder failed, String message) {
    if (failed.cause(ExpressionGuard.DeniedException.class) != null
        || UNKNOWN_TYPE.matcher(message).find()) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return isGone(failed)
        ? HttpServletResponse.SC_NOT_FOUND
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private String sentence(ValidationError refusal, HttpServletRequest request) {
    return problems.sentence(refusal, locales.resolveLocale(request));
  }
}
