package eu.jalon.security.access;

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
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests to the engine's API that contain an expression at any depth: the engine would
 * evaluate it, in {@code orQueries} even against its own configuration.
 */
@Component
public class EngineExpressionFilter extends OncePerRequestFilter {

  private static final String ENGINE_PATH = "/camunda/api/";

  /** Paths whose POST requests only read. */
  private static final Pattern QUERY_PATHS =
      Pattern.compile(
          "/camunda/api/engine/engine/default/("
              + "task(/count)?"
              + "|filter/[^/]+/(list|count|singleResult)"
              + "|(process-instance|process-definition|variable-instance|execution|incident|job"
              + "|history/[a-z-]+)(/count)?)/?");

  /** Request attribute set on a rejected request. */
  public static final String REJECTED_EXPRESSION =
      EngineExpressionFilter.class.getName() + ".expression";

  private static final String EXPRESSION = "expression";
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(JsonLimits.CONSTRAINTS).build();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !DecodedPath.of(request).startsWith(ENGINE_PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Collections.list(request.getParameterNames()).stream()
        .anyMatch(EngineExpressionFilter::isExpressionField)) {
      reject(request, response);
      return;
    }
    if (!isJson(request)) {
      chain.doFilter(request, response);
      return;
    }
    // RequestBodyFilter buffered the body, so the engine can read it again.
    if (containsExpression(request.getInputStream().readAllBytes())) {
      reject(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether a POST request to a path of the engine's API only reads. */
  public static boolean isQuery(String path) {
    return QUERY_PATHS.matcher(path).matches();
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  /** Checks field names as the engine's parser would; malformed JSON is rejected too. */
  private static boolean containsExpression(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token == JsonToken.FIELD_NAME && isExpressionField(parser.currentName())) {
          return true;
        }
      }
      return false;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static boolean isExpressionField(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
  }

  private static void reject(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(REJECTED_EXPRESSION, true);
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            "{\"type\":\"InvalidRequestException\",\"message\":\"Expressions are not accepted.\"}");
  }
}
