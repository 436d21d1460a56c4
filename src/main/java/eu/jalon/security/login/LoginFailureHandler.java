package eu.jalon.security.login;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Redirects a failed sign-in to the login page with its reason. */
public class LoginFailureHandler extends SimpleUrlAuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(LoginFailureHandler.class);
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9_.-]");

  private final AuditLog audit;

  public LoginFailureHandler(AuditLog audit) {
    super("/login?error");
    this.audit = audit;
    // The login page takes the reason from its parameter; keeping the exception would create a
    // session.
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
      record(request, refused.person().orElse(null), reason, refused);
      getRedirectStrategy().sendRedirect(request, response, "/login?oidc=" + reason);
    } else if (failure.getCause() instanceof OidcRefusedException refused) {
      onAuthenticationFailure(request, response, refused);
    } else if (failure instanceof OAuth2AuthenticationException refused) {
      record(request, null, "failed " + code(refused), refused);
      getRedirectStrategy().sendRedirect(request, response, "/login?oidc=failed");
    } else {
      super.onAuthenticationFailure(request, response, failure);
    }
  }

  /** Writes a failed OIDC sign-in to the audit log and the application log. */
  private void record(
      HttpServletRequest request, @Nullable String person, String reason, Exception failure) {
    String registration = request.getServletPath().replaceFirst("^.*/", "");
    log.info(
        "Sign-in through {} refused: {}", NOT_PLAIN.matcher(registration).replaceAll("?"), reason);
    log.debug("Sign-in failure", failure);
    audit.record(
        AuditKind.SIGN_IN_FAILED, person, request.getRemoteAddr(), "oidc " + registration, reason);
  }

  /** The error code (RFC 6749, 4.1.2.1), which may come from the URL and is masked. */
  private static String code(OAuth2AuthenticationException failure) {
    return NOT_PLAIN.matcher(failure.getError().getErrorCode()).replaceAll("?");
  }
}
