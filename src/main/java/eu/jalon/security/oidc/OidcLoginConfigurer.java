package eu.jalon.security.oidc;

import eu.jalon.security.AccountPrincipal;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Configures sign-in with OpenID Connect: the authorization code flow with state, nonce and PKCE
 * (RFC 7636). No access token is kept.
 */
@Component
public class OidcLoginConfigurer {

  private static final String START = "/oauth2/authorization";
  private static final String CALLBACKS = "/login/oauth2/code";

  private final OidcIssuers issuers;
  private final LazyClientRegistrationRepository registrations;
  private final OidcHttpClients http;
  private final OidcAccountLookup people;
  private final Map<String, JwtDecoder> idTokens = new ConcurrentHashMap<>();
  private final Map<String, OidcUserService> users = new ConcurrentHashMap<>();

  OidcLoginConfigurer(
      OidcIssuers issuers,
      LazyClientRegistrationRepository registrations,
      OidcHttpClients http,
      OidcAccountLookup people) {
    this.issuers = issuers;
    this.registrations = registrations;
    this.http = http;
    this.people = people;
  }

  /** Adds the OIDC login to a filter chain. */
  public void addTo(HttpSecurity security, AuthenticationFailureHandler failures) throws Exception {
    DefaultOAuth2AuthorizationRequestResolver start =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
    start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(http.tokens());
    security.oauth2Login(
        login -> {
          login
              .loginPage("/login")
              .clientRegistrationRepository(registrations)
              .authorizedClientRepository(new NoOpAuthorizedClientRepository())
              .authorizationEndpoint(
                  endpoint ->
                      endpoint
                          .authorizationRequestResolver(start)
                          .authorizationRequestRepository(
                              new CookieAuthorizationRequestRepository(
                                  start, registrations, CALLBACKS)))
              .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
              .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::user))
              .failureHandler(failures)
              .defaultSuccessUrl("/", false);
          login.addObjectPostProcessor(postProcessor(failures));
        });
  }

  /** Settings without a method in Spring Security's configurer. */
  private ObjectPostProcessor<Object> postProcessor(AuthenticationFailureHandler failures) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O> O postProcess(O part) {
        if (part instanceof OidcAuthorizationCodeAuthenticationProvider provider) {
          provider.setJwtDecoderFactory(OidcLoginConfigurer.this::idTokens);
        } else if (part instanceof OAuth2AuthorizationRequestRedirectFilter filter) {
          filter.setAuthenticationFailureHandler(failures);
        } else if (part instanceof OAuth2LoginAuthenticationFilter filter) {
          filter.setAuthenticationResultConverter(OidcLoginConfigurer::session);
        }
        return part;
      }
    };
  }

  private JwtDecoder idTokens(ClientRegistration registration) {
    return idTokens.computeIfAbsent(
        registration.getRegistrationId(),
        id -> {
          NimbusJwtDecoder decoder =
              http.nimbus(
                  registration,
                  new DelegatingOAuth2TokenValidator<>(
                      new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
          decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
          return decoder;
        });
  }

  private OidcUser user(OidcUserRequest request) {
    ClientRegistration registration = request.getClientRegistration();
    OidcIssuerProperties issuer = issuers.properties(registration.getRegistrationId());
    OidcUser claimed =
        users
            .computeIfAbsent(registration.getRegistrationId(), id -> users(issuer, registration))
            .loadUser(request);
    AccountPrincipal who =
        people.find(issuer, OidcClaims.select(issuer, claimed.getIdToken(), claimed.getUserInfo()));
    return new OidcAccountUser(who, claimed.getIdToken());
  }

  /** Replaces the issuer's claims by the account. */
  private static OAuth2AuthenticationToken session(OAuth2LoginAuthenticationToken result) {
    OidcAccountUser user = (OidcAccountUser) result.getPrincipal();
    ClientRegistration registration = result.getClientRegistration();
    boolean logout =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .containsKey("end_session_endpoint");
    return new OidcAuthenticationToken(
        user.who(), registration.getRegistrationId(), logout ? user.token().getTokenValue() : null);
  }

  /** Requests user info only if the ID token has no verified e-mail address. */
  private OidcUserService users(OidcIssuerProperties issuer, ClientRegistration registration) {
    DefaultOAuth2UserService answers = new DefaultOAuth2UserService();
    answers.setRestOperations(
        http.users(http.decoder(registration, userInfoValidator(registration))));
    OidcUserService service = new OidcUserService();
    service.setOauth2UserService(answers);
    service.setRetrieveUserInfo(
        request ->
            registration.getProviderDetails().getUserInfoEndpoint().getUri() != null
                && !OidcClaims.suffice(issuer, request.getIdToken()));
    return service;
  }

  /**
   * Validates issuer and audience of a signed user-info response (OpenID Connect Core 1.0, 5.3.2).
   */
  private static OAuth2TokenValidator<Jwt> userInfoValidator(ClientRegistration registration) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(),
        new JwtIssuerValidator(registration.getProviderDetails().getIssuerUri()),
        new JwtClaimValidator<Collection<String>>(
            JwtClaimNames.AUD,
            named -> named != null && named.contains(registration.getClientId())));
  }
}
