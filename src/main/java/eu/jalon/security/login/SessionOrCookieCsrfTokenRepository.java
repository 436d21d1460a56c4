package eu.jalon.security.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the CSRF token in the session, or in a cookie if there is none, so that the login page
 * creates no session.
 */
public final class SessionOrCookieCsrfTokenRepository implements CsrfTokenRepository {

  static final String COOKIE = "JALON-CSRF";

  private final CsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
  private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

  public SessionOrCookieCsrfTokenRepository() {
    inCookie.setCookieName(COOKIE);
    inCookie.setHeaderName("X-CSRF-TOKEN");
    inCookie.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return request.getSession(false) == null ? inCookie : inSession;
  }
}
