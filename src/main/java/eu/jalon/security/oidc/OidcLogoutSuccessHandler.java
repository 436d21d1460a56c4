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
 * Goes on to the issuer's logout endpoint after a logout, where the session began at an issuer that
 * has one (OpenID Connect RP-Initiated Logout 1.0), otherwise to the login page.
 */
@Component
public class OidcLogoutSuccessHandler implements LogoutSuccessHandler {

  private static final String LOGGED_OUT = "/login?logout";

  private final SimpleUrlLogoutSuccessHandler here = new SimpleUrlLogoutSuccessHandler();
  private final OidcClientInitiatedLogoutSuccessHandler issuer;

  OidcLogoutSuccessHandler(
      LazyClientRegistrationRepository registrations, @Value("${jalon.base-url}") String baseUrl) {
    here.setDefaultTargetUrl(LOGGED_OUT);
    issuer = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    issuer.setDefaultTargetUrl(LOGGED_OUT);
    issuer.setPostLogoutRedirectUri(baseUrl.replaceFirst("/$", "") + LOGGED_OUT);
    // Browsers apply the policy form-action to the redirect that answers a form, not to this.
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
        // The issuer does not answer: the session here is over all the same.
      }
    }
    here.onLogoutSuccess(request, response, who);
  }

  /**
   * The form in which Spring Security's handler expects the ID token, of which it sends the text.
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
