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
 * Writes down what people who signed in did and what they were refused: every request that is not a
 * reading one with its status, and of the reading ones those that were refused. Neither bodies nor
 * query strings are kept.
 */
public class AuditFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** On record as what they are: a sign-in, a sign-out. */
  private static final Set<String> NOTED_ELSEWHERE = Set.of("/login", "/logout");

  /** Kept every second while somebody types: no act, and nobody's business. */
  private static final Pattern DRAFT = Pattern.compile("/api/action-items/[^/]+/draft");

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
      boolean expression = request.getAttribute(EngineExpressionFilter.REFUSED_EXPRESSION) != null;
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
        || request.getAttribute(EngineExpressionFilter.REFUSED_EXPRESSION) != null) {
      return AuditKind.REFUSAL;
    }
    return isRead(request) ? null : AuditKind.ACT;
  }

  private static boolean isRead(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    return READS.contains(request.getMethod())
        || NOTED_ELSEWHERE.contains(path)
        || DRAFT.matcher(path).matches()
        || EngineExpressionFilter.isQuery(path);
  }
}
