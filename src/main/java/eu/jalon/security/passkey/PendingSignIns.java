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
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the challenge of a sign-in in a session, which ends with the attempt: a challenge is used
 * once, and only the server knows which one is pending.
 *
 * <p>Only the challenge is kept: Spring Security compares an option by identity, which the database
 * would not preserve.
 *
 * <p>The login page has no session, so its CSRF token is in a cookie. It moves into the new session
 * as well, because the page sends it again.
 */
final class PendingSignIns implements PublicKeyCredentialRequestOptionsRepository {

  private static final String ATTRIBUTE = PendingSignIns.class.getName();

  private final HttpSessionCsrfTokenRepository csrf = new HttpSessionCsrfTokenRepository();
  private final RelyingParty site;
  private final HourlyThrottle throttle;

  PendingSignIns(RelyingParty site, HourlyThrottle throttle) {
    this.site = site;
    this.throttle = throttle;
  }

  @Override
  public void save(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable PublicKeyCredentialRequestOptions options) {
    HttpSession session = request.getSession(false);
    if (options == null) {
      end(session);
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
    request.getSession().setAttribute(ATTRIBUTE, options.getChallenge());
  }

  private static @Nullable CsrfToken token(HttpServletRequest request) {
    return request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken sent
        ? sent.get()
        : null;
  }

  private static void end(@Nullable HttpSession session) {
    if (session == null) {
      return;
    }
    boolean signedIn =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null;
    if (signedIn) {
      session.removeAttribute(ATTRIBUTE);
    } else {
      session.invalidate();
    }
  }

  @Override
  public @Nullable PublicKeyCredentialRequestOptions load(HttpServletRequest request) {
    return WebUtils.getSessionAttribute(request, ATTRIBUTE) instanceof Bytes challenge
        ? site.request(PublicKeyCredentialRequestOptions.builder()).challenge(challenge).build()
        : null;
  }
}
