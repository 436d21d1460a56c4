package eu.jalon.security.passkey;

import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.security.login.HourlyThrottle;
import eu.jalon.security.login.LoginThrottle;
import eu.jalon.security.login.ThrottledException;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.stereotype.Component;

/**
 * Configures sign-in with passkeys, if the address of Jalon allows it. The session starts as after
 * a password; Spring Security's own configurer leaves that out.
 */
@Component
public class PasskeyLoginConfigurer {

  /** The maximum number of sign-ins begun by a network in an hour, such as a ministry's. */
  private static final int MAX_PER_HOUR = 200;

  private static final String FAILED = "/login?passkey";

  private final RelyingParty site;
  private final Directory directory;
  private final LoginThrottle throttle;
  private final AuditLog audit;
  private final Clock clock;

  PasskeyLoginConfigurer(
      RelyingParty site, Directory directory, LoginThrottle throttle, AuditLog audit, Clock clock) {
    this.site = site;
    this.directory = directory;
    this.throttle = throttle;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds the sign-in to a filter chain. */
  public void addTo(HttpSecurity security, AuthenticationFailureHandler failures) throws Exception {
    if (site.operations().isPresent()) {
      security.with(new Filters(site.operations().get(), failures), filters -> {});
    }
  }

  private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {

    private final WebAuthnRelyingPartyOperations operations;
    private final AuthenticationFailureHandler failures;

    Filters(WebAuthnRelyingPartyOperations operations, AuthenticationFailureHandler failures) {
      this.operations = operations;
      this.failures = failures;
    }

    @Override
    public void configure(HttpSecurity http) {
      PendingSignIns pending = new PendingSignIns(site, new HourlyThrottle(MAX_PER_HOUR, clock));
      PublicKeyCredentialRequestOptionsFilter begin =
          new PublicKeyCredentialRequestOptionsFilter(operations);
      begin.setRequestOptionsRepository(pending);
      PublicKeyCredentialCreationOptionsFilter add =
          new PublicKeyCredentialCreationOptionsFilter(operations);
      add.setCreationOptionsRepository(new BegunPasskeys(site));
      http.addFilterAfter(signIn(http, pending), UsernamePasswordAuthenticationFilter.class)
          .addFilterAfter(begin, AuthorizationFilter.class)
          .addFilterAfter(add, AuthorizationFilter.class);
    }

    private PasskeyAuthenticationFilter signIn(HttpSecurity http, PendingSignIns pending) {
      PasskeyAuthenticationFilter filter =
          new PasskeyAuthenticationFilter(site, pending, directory, throttle, audit);
      SavedRequestAwareAuthenticationSuccessHandler success =
          new SavedRequestAwareAuthenticationSuccessHandler();
      success.setRequestCache(http.getSharedObject(RequestCache.class));
      SimpleUrlAuthenticationFailureHandler failed =
          new SimpleUrlAuthenticationFailureHandler(FAILED);
      failed.setAllowSessionCreation(false);
      filter.setAuthenticationSuccessHandler(success);
      filter.setAuthenticationFailureHandler(
          (request, response, failure) -> {
            boolean throttled = failure instanceof ThrottledException;
            (throttled ? failures : failed).onAuthenticationFailure(request, response, failure);
          });
      filter.setSessionAuthenticationStrategy(
          http.getSharedObject(SessionAuthenticationStrategy.class));
      filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
      filter.setApplicationEventPublisher(http.getSharedObject(ApplicationContext.class));
      return filter;
    }
  }
}
