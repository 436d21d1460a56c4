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
 * Refuses queries of the engine's web apps that carry an expression, at any depth: the engine would
 * evaluate it, in {@code orQueries} even against its own settings.
 */
@Component
public class EngineExpressionFilter extends OncePerRequestFilter {

  private static final String GUARDED = "/camunda/api/";

  /** Queries that are sent as POST. */
  private static final Pattern QUERIES =
      Pattern.compile(
          "/camunda/api/engine/engine/default/("
              + "task(/count)?"
              + "|filter/[^/]+/(list|count|singleResult)"
              + "|(process-instance|process-definition|variable-instance|execution|incident|job"
              + "|history/[a-z-]+)(/count)?)/?");

  /** Set on a request that carried an expression. */
  public static final String REFUSED_EXPRESSION =
      EngineExpressionFilter.class.getName() + ".expression";

  private static final String EXPRESSION = "expression";
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(JsonLimits.CONSTRAINTS).build();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !DecodedPath.of(request).startsWith(GUARDED);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Collections.list(request.getParameterNames()).stream()
        .anyMatch(EngineExpressionFilter::namesAnExpression)) {
      refuse(request, response);
      return;
    }
    if (!carriesJson(request)) {
      chain.doFilter(request, response);
      return;
    }
    // The body filter has read it, so that it can be read again by the engine.
    if (carriesAnExpression(request.getInputStream().readAllBytes())) {
      refuse(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether a path of the engine's API is asked for with POST only to read. */
  public static boolean isQuery(String path) {
    return QUERIES.matcher(path).matches();
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

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(REFUSED_EXPRESSION, true);
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            "{\"type\":\"InvalidRequestException\",\"message\":\"Expressions are not accepted.\"}");
  }
}
