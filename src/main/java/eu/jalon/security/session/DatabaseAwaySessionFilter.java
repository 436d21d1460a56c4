package eu.jalon.security.session;

import eu.jalon.problem.DatabaseAwayFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps Spring Session from writing the session of a request that failed because the database is
 * away: the user would wait for a connection a second time before they see the error page.
 */
final class DatabaseAwaySessionFilter extends OncePerRequestFilter {

  private final RequestCachingSessionRepository<?> sessions;

  DatabaseAwaySessionFilter(RequestCachingSessionRepository<?> sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (DatabaseAwayFilter.isConnectionFailure(failure)) {
        sessions.databaseIsAway();
      }
      throw failure;
    }
  }
}
