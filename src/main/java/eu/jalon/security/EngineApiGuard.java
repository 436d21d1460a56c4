package eu.jalon.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Narrows what the engine's web apps may be asked: no query that carries an expression, at any
 * depth, since the engine would evaluate it, in {@code orQueries} even against its own settings;
 * and no variables of other ministries' processes.
 */
@Component
class EngineApiGuard extends OncePerRequestFilter {

  private static final String GUARDED = "/camunda/api/";
  private static final Pattern PROCESS_VARIABLES =
      Pattern.compile(
          "/(variable-instance|(process-instance|execution)(/[^/]+)?/(variables|localVariables))(/|$)");
  private static final String ENGINE_API = "/camunda/api/engine/";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Queries that are sent as POST, and the three acts of a focal point. */
  private static final Pattern WRITES =
      Pattern.compile(
          "/camunda/api/engine/engine/default/("
              + "task(/count)?|task/[^/]+/(claim|unclaim|submit-form|complete)"
              + "|task/[^/]+/comment/create"
              + "|filter/[^/]+/(list|count|singleResult)"
              + "|(process-instance|process-definition|variable-instance|execution|incident|job"
              + "|history/[a-z-]+)(/count)?)/?");

  private static final String EXPRESSION = "expression";
  private static final int LARGEST_JSON = 2 * 1024 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + GUARDED);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isAllowed(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (Collections.list(request.getParameterNames()).stream()
        .anyMatch(EngineApiGuard::namesAnExpression)) {
      refuse(response);
      return;
    }
    if (!carriesJson(request)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
    if (body.length > LARGEST_JSON || carriesAnExpression(body)) {
      refuse(response);
      return;
    }
    chain.doFilter(new BufferedBody(request, body), response);
  }

  /**
   * Nobody changes anything through the engine's own API but by taking a task, giving it back and
   * completing it; and a focal point reads the variables of his tasks only, since the grant that
   * puts a title on Tasklist's cards would otherwise open those of every process.
   */
  private static boolean isAllowed(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    boolean engine = path.startsWith(ENGINE_API);
    if (engine && !READS.contains(request.getMethod()) && !WRITES.matcher(path).matches()) {
      return false;
    }
    return !(request.isUserInRole("FOCAL_POINT") && PROCESS_VARIABLES.matcher(path).find());
  }

  private static boolean carriesJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  /** Looks at field names as the engine's parser would see them; unreadable JSON is refused too. */
  private static boolean carriesAnExpression(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token == JsonToken.FIELD_NAME && namesAnExpression(parser.currentName())) {
          return true;
        }
      }
      return false;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static boolean namesAnExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            "{\"type\":\"InvalidRequestException\",\"message\":\"Expressions are not accepted.\"}");
  }
}
