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
 * Keeps in a cookie, not in a session, which page a user asked for before signing in. Whoever sets
 * the cookie, it leads to a path of this application only.
 */
public final class PageRequestCache implements RequestCache {

  static final String COOKIE = "JALON-NEXT";

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final int LONGEST = 1500;

  /** A path and a query of printable ASCII; a second slash or a backslash would name a host. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  private final RequestMatcher pages;

  /**
   * Keeps only requests for pages.
   *
   * @param pages what a user may be led to after signing in
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
        && page.length() <= LONGEST
        && OWN_PATH.matcher(page).matches()
        && pages.matches(request)) {
      String value =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(page.getBytes(StandardCharsets.US_ASCII));
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, KEPT));
    }
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    // It is asked for once, by the handler that redirects to it.
    removeRequest(request, response);
    try {
      String page =
          new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.ISO_8859_1);
      return OWN_PATH.matcher(page).matches() ? new SimpleSavedRequest(page) : null;
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  /** The page is asked for anew by the browser, so no request stands in for another one. */
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
