package eu.jalon.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's API calls it a fault of the server when a task is gone, or when our rules refuse a
 * form: it answers 500. Here it says what it is, and Tasklist shows the sentence of the refusal.
 */
class EngineAnswers extends OncePerRequestFilter {

  private static final Pattern REFUSAL =
      Pattern.compile("'([a-z][A-Za-z]*\\.[a-z][A-Za-z]*) \\[(.*)]'", Pattern.DOTALL);
  private static final Pattern GONE =
      Pattern.compile("[Cc]annot find [a-z]+ with|is null$|[Nn]o [a-z ]+ found");
  private static final Pattern RACED = Pattern.compile("OptimisticLocking|ENGINE-03005");
  private static final Pattern WRONG =
      Pattern.compile("ENGINE-17007|Cannot find serializer|Cannot deserialize|Not for expressions");

  private final Problems problems;
  private final LocaleResolver locales;
  private final ObjectMapper json;

  EngineAnswers(Problems problems, LocaleResolver locales, ObjectMapper json) {
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
    chain.doFilter(request, held);
    String message = held.isFault() ? message(held.getContentAsByteArray()) : "";
    int status = status(message);
    if (message.isEmpty() || status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      held.copyBodyToResponse();
      return;
    }
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(),
        Map.of("type", "Refused", "message", sentence(message, request)));
  }

  private String message(byte[] body) {
    try {
      @Nullable JsonNode answer = json.readTree(body);
      return answer == null ? "" : answer.path("message").asText("");
    } catch (IOException noJson) {
      return "";
    }
  }

  private static int status(String message) {
    if (REFUSAL.matcher(message).find() || WRONG.matcher(message).find()) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    if (RACED.matcher(message).find()) {
      return HttpServletResponse.SC_CONFLICT;
    }
    return GONE.matcher(message).find()
        ? HttpServletResponse.SC_NOT_FOUND
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private String sentence(String message, HttpServletRequest request) {
    Matcher refusal = REFUSAL.matcher(message);
    if (!refusal.find()) {
      return message;
    }
    return problems.sentence(
        refusal.group(1),
        List.of(refusal.group(2).split(", ", -1)),
        locales.resolveLocale(request));
  }
}
