package eu.jalon.security.login;

import eu.jalon.security.PersonArgumentResolver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Invalidates the session of a user who signed out everywhere, has a new password or role, or was
 * removed; the request continues as anonymous. It runs before every filter that reads the user,
 * including those of the engine's web apps.
 */
public class EndedSessionFilter extends OncePerRequestFilter {

  private static final List<String> STATIC_RESOURCES = List.of("/css/", "/js/", "/webjars/");

  private final PersonArgumentResolver signedIn;

  public EndedSessionFilter(PersonArgumentResolver signedIn) {
    this.signedIn = signedIn;
  }

  /** Static resources do not depend on the user. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return STATIC_RESOURCES.stream().anyMatch(request.getServletPath()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (signedIn.isEnded(request)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }
}
