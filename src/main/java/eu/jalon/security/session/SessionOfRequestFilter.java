package eu.jalon.security.session;

import eu.jalon.problem.DatabaseAwayFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers the session of a request until its end: Spring Session reads it again each time it has
 * written it, at the start of the response and at the end of the request. While the database is
 * away, the error page is shown without a session.
 */
final class SessionOfRequestFilter extends OncePerRequestFilter {

  private final RequestCachingSessionRepository<?> sessions;

  SessionOfRequestFilter(RequestCachingSessionRepository<?> sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.beginRequest(DatabaseAwayFilter.isAway(request));
    try {
      chain.doFilter(request, response);
    } finally {
      sessions.endRequest();
    }
  }
}
