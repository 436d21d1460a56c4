package eu.jalon.security.trail;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.security.RemoteAddress;
import eu.jalon.security.passkey.PasskeyAuthenticationToken;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Writes interactive sign-ins to the audit log. Credentials sent with each request are not a
 * sign-in; {@link AuditFilter} logs those requests.
 */
@Component
class SignInAuditListener {

  private final AuditLog audit;

  SignInAuditListener(AuditLog audit) {
    this.audit = audit;
  }

  @EventListener
  void signedIn(InteractiveAuthenticationSuccessEvent event) {
    Authentication who = event.getAuthentication();
    String way =
        who instanceof OAuth2AuthenticationToken token
            ? "oidc " + token.getAuthorizedClientRegistrationId()
            : who instanceof PasskeyAuthenticationToken ? "passkey" : "password";
    audit.record(AuditKind.SIGN_IN, who.getName(), RemoteAddress.of(who), way, "done");
  }
}
