package eu.jalon.security.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the page requested before sign-in in a cookie, so that no session is needed. The value is
 * validated: it can only be a path of this application, even if another site set the cookie.
 */
public final class PageRequestCache implements RequestCache {

  static final String COOKIE = "JALON-NEXT";

  private static final Duration MAX_AGE = Duration.ofMinutes(15);
  private static final int MAX_LENGTH = 1500;

  /** A path and a query of printable ASCII; a second slash or a backslash would name a host. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  private final RequestMatcher pages;

  /**
   * @param pages the requests that may be restored after sign-in
   */
  public PageRequestCache(RequestMatcher pages) {
    this.pages = pages;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String page =
        request.getRequestURI().substring(request.getContextPath().length())
            + (query == null ? "" : "?" + query);
    if ("GET".equals(request.getMethod())
        && Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "").contains("text/html")
        && page.length() <= MAX_LENGTH
        && OWN_PATH.matcher(page).matches()
        && pages.matches(request)) {
      String value =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(page.getBytes(StandardCharsets.US_ASCII));
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, MAX_AGE));
    }
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    // Read once, by the handler that redirects to it.
    removeRequest(request, response);
    try {
      String page =
          new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.ISO_8859_1);
      return OWN_PATH.matcher(page).matches() ? new SimpleSavedRequest(page) : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** The browser requests the page again, so no request is replayed. */
  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, COOKIE) != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }
  }

  private static String cookie(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(request.getContextPath() + "/")
        .maxAge(age)
        .build()
        .toString();
  }
}
