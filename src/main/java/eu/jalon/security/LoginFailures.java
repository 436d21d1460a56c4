package eu.jalon.security;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Sends a failed sign-in back to the login page, which says why. */
class LoginFailures extends SimpleUrlAuthenticationFailureHandler {

  private final AuditLog audit;

  LoginFailures(AuditLog audit) {
    super("/login?error");
    this.audit = audit;
    // The login page says why by its parameter; keeping the exception would make a session.
    setAllowSessionCreation(false);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof ThrottledException) {
      getRedirectStrategy().sendRedirect(request, response, "/login?throttled");
    } else if (failure instanceof OidcRefusedException refused) {
      String reason = refused.reason().name().toLowerCase(Locale.ROOT);
      note(request, refused, reason);
      getRedirectStrategy().sendRedirect(request, response, "/login?oidc=" + reason);
    } else if (failure instanceof OAuth2AuthenticationException) {
      getRedirectStrategy().sendRedirect(request, response, "/login?oidc=failed");
    } else if (failure.getCause() instanceof OidcRefusedException refused) {
      onAuthenticationFailure(request, response, refused);
    } else {
      super.onAuthenticationFailure(request, response, failure);
    }
  }

  /** Whom an issuer vouches for is worth a line; a stranger's made-up answers are not. */
  private void note(HttpServletRequest request, OidcRefusedException refused, String reason) {
    if (refused.reason() != OidcRefusedException.Reason.UNAVAILABLE) {
      audit.record(
          AuditKind.SIGN_IN_FAILED,
          refused.person().orElse(null),
          request.getRemoteAddr(),
          "oidc " + request.getServletPath().replaceFirst("^.*/", ""),
          reason);
    }
  }
}
