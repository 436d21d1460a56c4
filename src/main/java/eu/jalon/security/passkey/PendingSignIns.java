package eu.jalon.security.passkey;

import eu.jalon.security.login.HourlyThrottle;
import eu.jalon.security.login.ThrottledException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;

/**
 * Keeps the challenge of a sign-in in a session, which ends with the attempt: a challenge is used
 * once, and only the server knows which one is pending.
 *
 * <p>The login page has no session, so its CSRF token is in a cookie. It moves into the new session
 * as well, because the page sends it again.
 */
final class PendingSignIns implements PublicKeyCredentialRequestOptionsRepository {

  private final PublicKeyCredentialRequestOptionsRepository inSession =
      new HttpSessionPublicKeyCredentialRequestOptionsRepository();
  private final HttpSessionCsrfTokenRepository csrf = new HttpSessionCsrfTokenRepository();
  private final HourlyThrottle throttle;

  PendingSignIns(HourlyThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  public void save(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable PublicKeyCredentialRequestOptions options) {
    HttpSession session = request.getSession(false);
    if (options == null) {
      end(session, request, response);
      return;
    }
    if (session == null) {
      if (!throttle.permits(request.getRemoteAddr())) {
        throw new ThrottledException();
      }
      CsrfToken token = token(request);
      request.getSession();
      csrf.saveToken(token, request, response);
    }
    inSession.save(request, response, options);
  }

  private static @Nullable CsrfToken token(HttpServletRequest request) {
    return request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken sent
        ? sent.get()
        : null;
  }

  private void end(
      @Nullable HttpSession session, HttpServletRequest request, HttpServletResponse response) {
    if (session == null) {
      return;
    }
    boolean signedIn =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null;
    if (signedIn) {
      inSession.save(request, response, null);
    } else {
      session.invalidate();
    }
  }

  @Override
  public @Nullable PublicKeyCredentialRequestOptions load(HttpServletRequest request) {
    return inSession.load(request);
  }
}
