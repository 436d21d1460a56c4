package eu.jalon.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Replaces the status 500 with which the engine's API answers when a task does not exist any more
 * or a form is refused: by 404, 409 or 400, and by the validation error's sentence in the user's
 * language, which Tasklist shows.
 */
class EngineAnswers extends OncePerRequestFilter {

  /** A variable of a type that is not allowed: the engine has no exception of its own for it. */
  private static final Pattern UNKNOWN_TYPE =
      Pattern.compile("ENGINE-17007|Cannot find serializer|Cannot deserialize");

  private final MessageSource messages;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  EngineAnswers(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
    this.messages = messages;
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
      int status = status(failed, message);
      if (message.isEmpty() || status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        held.copyBodyToResponse();
        return;
      }
      Refusal refusal = failed.cause(Refusal.class);
      response.setStatus(status);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(
          response.getOutputStream(),
          Map.of(
              "type",
              "Refused",
              "message",
              refusal == null ? message : sentence(refusal, request)));
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

  private static int status(FailedCommands.Recorder failed, String message) {
    if (failed.cause(Refusal.class) != null
        || failed.cause(ExpressionGuard.DeniedException.class) != null
        || UNKNOWN_TYPE.matcher(message).find()) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    if (failed.cause(OptimisticLockingException.class) != null) {
      return HttpServletResponse.SC_CONFLICT;
    }
    boolean gone =
        failed.cause(NullValueException.class) != null
            || failed.cause(NotFoundException.class) != null;
    return gone ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private String sentence(Refusal refusal, HttpServletRequest request) {
    Object[] arguments =
        refusal.arguments().stream()
            .map(each -> each instanceof Number ? each : each.toString())
            .toArray();
    return messages.getMessage(
        "refusal." + refusal.key(), arguments, locales.resolveLocale(request));
  }
}
