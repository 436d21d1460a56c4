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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses queries of the engine's web apps that carry an expression, at any depth: the engine would
 * evaluate it, in {@code orQueries} even against its own settings.
 */
@Component
class EngineApiGuard extends OncePerRequestFilter {

  private static final String GUARDED = "/camunda/api/";
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
