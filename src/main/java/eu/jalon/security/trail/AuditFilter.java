package eu.jalon.security.trail;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.security.access.EngineExpressionFilter;
import eu.jalon.security.access.LoggedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes requests of signed-in users to the audit log: all writing requests with their status, and
 * rejected reading requests. Bodies and query strings are not logged.
 */
public class AuditFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** Logged as sign-in and sign-out by the listeners in this package. */
  private static final Set<String> LOGGED_ELSEWHERE =
      Set.of("/login", "/logout", "/login/webauthn");

  /** Not an action: sent every few seconds while a user types, or before a passkey is made. */
  private static final Pattern NO_ACTION =
      Pattern.compile(
          "/api/action-items/[^/]+/autosave|/webauthn/(?:authenticate|register)/options");

  private final AuditLog audit;

  public AuditFilter(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who != null && !(who instanceof AnonymousAuthenticationToken)) {
        int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        record(request, status, who.getName());
      }
    }
  }

  private void record(HttpServletRequest request, int status, String who) {
    AuditKind kind = kind(request, status);
    if (kind != null) {
      LoggedPath path = LoggedPath.of(request);
      boolean expression = request.getAttribute(EngineExpressionFilter.REJECTED_EXPRESSION) != null;
      audit.record(
          kind,
          who,
          request.getRemoteAddr(),
          request.getMethod() + " " + path.template(),
          path.values(),
          expression ? status + " expression" : String.valueOf(status));
    }
  }

  private static @Nullable AuditKind kind(HttpServletRequest request, int status) {
    if (status == HttpServletResponse.SC_UNAUTHORIZED
        || status == HttpServletResponse.SC_FORBIDDEN
        || request.getAttribute(EngineExpressionFilter.REJECTED_EXPRESSION) != null) {
      return AuditKind.REFUSAL;
    }
    return isRead(request) ? null : AuditKind.ACT;
  }

  private static boolean isRead(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    return READS.contains(request.getMethod())
        || LOGGED_ELSEWHERE.contains(path)
        || NO_ACTION.matcher(path).matches()
        || EngineExpressionFilter.isQuery(path);
  }
}
