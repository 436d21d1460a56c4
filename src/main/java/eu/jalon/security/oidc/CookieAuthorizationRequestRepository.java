package eu.jalon.security.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Keeps what binds a sign-in to its browser in a cookie, so that no session is needed before it:
 * the registration, the state, the nonce and the code verifier (RFC 7636).
 *
 * <p>Only these random values are read back; addresses, client and scopes come from the
 * registration. So a changed cookie can only make a sign-in fail, and the value needs no signature.
 */
class CookieAuthorizationRequestRepository
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  static final String COOKIE = "JALON-OIDC";

  private static final Duration MAX_AGE = Duration.ofMinutes(15);
  private static final int PARTS = 4;

  private final OAuth2AuthorizationRequestResolver requests;
  private final ClientRegistrationRepository registrations;
  private final String callbacks;

  /**
   * @param requests creates the request of a registration anew
   * @param callbacks the path of the callbacks, to which the cookie is restricted
   */
  CookieAuthorizationRequestRepository(
      OAuth2AuthorizationRequestResolver requests,
      ClientRegistrationRepository registrations,
      String callbacks) {
    this.requests = requests;
    this.registrations = registrations;
    this.callbacks = callbacks;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest saved,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (saved == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    String value =
        Stream.of(
                saved.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID),
                saved.getState(),
                saved.<String>getAttribute(OidcParameterNames.NONCE),
                saved.<String>getAttribute(PkceParameterNames.CODE_VERIFIER))
            .map(CookieAuthorizationRequestRepository::encoded)
            .collect(Collectors.joining("."));
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, MAX_AGE));
  }

  /** The request whose state the callback names; null for any other callback. */
  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
    if (parts.length != PARTS) {
      return null;
    }
    try {
      String registration = decoded(parts[0]);
      String state = decoded(parts[1]);
      if (!state.equals(request.getParameter(OAuth2ParameterNames.STATE))
          || registrations.findByRegistrationId(registration) == null) {
        return null;
      }
      return OAuth2AuthorizationRequest.from(requests.resolve(request, registration))
          .state(state)
          .attributes(
              attributes ->
                  attributes.putAll(
                      Map.of(
                          OidcParameterNames.NONCE, decoded(parts[2]),
                          PkceParameterNames.CODE_VERIFIER, decoded(parts[3]))))
          .build();
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest saved = loadAuthorizationRequest(request);
    if (saved != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }
    return saved;
  }

  private static String encoded(@Nullable String part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  /** Sent with the issuer's redirect, which is a navigation from another site. */
  private String cookie(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(request.getContextPath() + callbacks)
        .maxAge(age)
        .build()
        .toString();
  }
}
