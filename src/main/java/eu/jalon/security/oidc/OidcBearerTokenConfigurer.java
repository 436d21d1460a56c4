package eu.jalon.security.oidc;

import eu.jalon.security.AccountPrincipal;
import eu.jalon.security.login.OidcRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Configures bearer tokens (RFC 6750, RFC 9068) for the API: issued for the configured audience,
 * with an expiry, and for an account of the directory.
 */
@Component
public class OidcBearerTokenConfigurer {

  private final OidcIssuers issuers;
  private final LazyClientRegistrationRepository registrations;
  private final OidcHttpClients http;
  private final OidcAccountLookup people;
  private final Map<String, AuthenticationManager> byIssuer = new ConcurrentHashMap<>();

  OidcBearerTokenConfigurer(
      OidcIssuers issuers,
      LazyClientRegistrationRepository registrations,
      OidcHttpClients http,
      OidcAccountLookup people) {
    this.issuers = issuers;
    this.registrations = registrations;
    this.http = http;
    this.people = people;
  }

  /** Adds the resource server to a filter chain, for requests to the API. */
  public void addTo(HttpSecurity security, RequestMatcher api) throws Exception {
    DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    JwtIssuerAuthenticationManagerResolver byTokensIssuer =
        new JwtIssuerAuthenticationManagerResolver(this::manager);
    security.oauth2ResourceServer(
        server ->
            server
                .bearerTokenResolver(
                    (HttpServletRequest request) ->
                        api.matches(request) ? header.resolve(request) : null)
                .authenticationManagerResolver(byTokensIssuer));
  }

  private @Nullable AuthenticationManager manager(String issuer) {
    AuthenticationManager known = byIssuer.get(issuer);
    if (known != null) {
      return known;
    }
    AuthenticationManager found = issuers.acceptedByApi(issuer).map(this::managerOf).orElse(null);
    if (found != null) {
      byIssuer.put(issuer, found);
    }
    return found;
  }

  private @Nullable AuthenticationManager managerOf(String id) {
    OidcIssuerProperties issuer = issuers.properties(id);
    String audience = issuer.audience();
    ClientRegistration registration = registrations.findByRegistrationId(id);
    if (registration == null || audience == null) {
      return null;
    }
    JwtAuthenticationProvider provider =
        new JwtAuthenticationProvider(
            http.decoder(
                registration,
                new DelegatingOAuth2TokenValidator<>(
                    new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                    new JwtTimestampValidator(),
                    new JwtIssuerValidator(registration.getProviderDetails().getIssuerUri()),
                    new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(audience)))));
    provider.setJwtAuthenticationConverter(token -> authenticate(issuer, token));
    return new ProviderManager(provider);
  }

  private AbstractAuthenticationToken authenticate(OidcIssuerProperties issuer, Jwt token) {
    try {
      AccountPrincipal principal = people.find(issuer, token);
      return UsernamePasswordAuthenticationToken.authenticated(
          principal, null, principal.getAuthorities());
    } catch (OidcRefusedException refused) {
      throw new InvalidBearerTokenException("No account: " + refused.reason(), refused);
    }
  }
}
