package eu.jalon.security.oidc;

import eu.jalon.security.login.OidcRefusedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Redirects to the issuer's logout endpoint if the session was started by an issuer that has one
 * (OpenID Connect RP-Initiated Logout 1.0), otherwise to the login page.
 */
@Component
public class OidcLogoutSuccessHandler implements LogoutSuccessHandler {

  private static final String LOGGED_OUT = "/login?logout";

  private final SimpleUrlLogoutSuccessHandler local = new SimpleUrlLogoutSuccessHandler();
  private final OidcClientInitiatedLogoutSuccessHandler issuer;

  OidcLogoutSuccessHandler(
      LazyClientRegistrationRepository registrations, @Value("${jalon.base-url}") String baseUrl) {
    local.setDefaultTargetUrl(LOGGED_OUT);
    issuer = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    issuer.setDefaultTargetUrl(LOGGED_OUT);
    issuer.setPostLogoutRedirectUri(baseUrl.replaceFirst("/$", "") + LOGGED_OUT);
    // Browsers apply the CSP directive form-action to redirects after a form, but not to Refresh.
    issuer.setRedirectStrategy(
        (request, response, url) -> response.setHeader("Refresh", "0; url=" + url));
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException, ServletException {
    if (who instanceof OidcAuthenticationToken session && session.idToken().isPresent()) {
      try {
        issuer.onLogoutSuccess(request, response, withIdToken(session));
        return;
      } catch (OidcRefusedException unavailable) {
        // The issuer is down; the local session has ended anyway.
      }
    }
    local.onLogoutSuccess(request, response, who);
  }

  /**
   * An authentication in the form that Spring Security's handler expects; it sends only the token
   * value.
   */
  private static Authentication withIdToken(OidcAuthenticationToken session) {
    OidcIdToken token =
        new OidcIdToken(
            session.idToken().orElseThrow(),
            null,
            null,
            Map.of(IdTokenClaimNames.SUB, session.getName()));
    return new OAuth2AuthenticationToken(
        new DefaultOidcUser(session.getAuthorities(), token),
        session.getAuthorities(),
        session.getAuthorizedClientRegistrationId());
  }
}
