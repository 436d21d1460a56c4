package eu.jalon.security.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects paths that are not in normal form (RFC 3986, 6.2.2): with percent-encoded unreserved
 * characters, path parameters, empty segments or dot segments. After this filter a path and its
 * decoded form select the same access rule, filter and servlet.
 */
public final class PathFilter extends OncePerRequestFilter {

  /**
   * Letters, digits, hyphen, dot, underscore and tilde need no encoding; an encoded slash is not
   * allowed.
   */
  private static final Pattern NOT_NORMAL =
      Pattern.compile(
          "%(?:2[dDeEfF]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aA]|5[cC]|00)"
              + "|;|//|/\\.{1,2}(?:/|$)|\\\\");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (NOT_NORMAL.matcher(request.getRequestURI()).find()) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
      return;
    }
    chain.doFilter(request, response);
  }
}
