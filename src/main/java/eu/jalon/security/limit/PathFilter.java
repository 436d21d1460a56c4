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
 * Refuses a path that is not written in its normal form (RFC 3986, 6.2.2): with unreserved
 * characters percent-encoded, with path parameters, empty segments or dot segments. Behind it a
 * path and its decoded form select the same rule, the same filter and the same servlet.
 */
public final class PathFilter extends OncePerRequestFilter {

  /** Emails, digits, hyphen, dot and underscore need no encoding; the slash may not have one. */
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
