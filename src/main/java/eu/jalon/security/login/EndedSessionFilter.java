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
 * Ends a session whose person signed out everywhere, got a new password or another role, or is
 * gone; the request goes on as nobody's. It stands before everything that needs to know who asks,
 * the engine's web apps among them.
 */
public class EndedSessionFilter extends OncePerRequestFilter {

  private static final List<String> FOR_EVERYBODY = List.of("/css/", "/js/", "/webjars/");

  private final PersonArgumentResolver signedIn;

  public EndedSessionFilter(PersonArgumentResolver signedIn) {
    this.signedIn = signedIn;
  }

  /** What is the same for everybody needs no look into the directory. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FOR_EVERYBODY.stream().anyMatch(request.getServletPath()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (signedIn.isOver(request)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }
}
