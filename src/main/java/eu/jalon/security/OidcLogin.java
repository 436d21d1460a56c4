package eu.jalon.security;

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
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Signing in at an issuer: the code flow of OpenID Connect with state, nonce and a proof of
 * possession (RFC 7636). Of its tokens nothing is kept.
 */
class OidcLogin {

  private static final String START = "/oauth2/authorization";

  private final OidcIssuers issuers;
  private final OidcConnections connections;
  private final OidcPeople people;
  private final AuthenticationFailureHandler failures;
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  OidcLogin(
      OidcIssuers issuers,
      OidcConnections connections,
      OidcPeople people,
      AuthenticationFailureHandler failures) {
    this.issuers = issuers;
    this.connections = connections;
    this.people = people;
    this.failures = failures;
  }

  void addTo(HttpSecurity http) throws Exception {
    DefaultOAuth2AuthorizationRequestResolver start =
        new DefaultOAuth2AuthorizationRequestResolver(connections, START);
    start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(connections.tokens());
    OidcUserService users = users();
    http.oauth2Login(
        login -> {
          login
              .loginPage("/login")
              .clientRegistrationRepository(connections)
              .authorizedClientRepository(new NoTokensKept())
              .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(start))
              .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
              .userInfoEndpoint(
                  endpoint -> endpoint.oidcUserService(request -> user(request, users)))
              .failureHandler(failures)
              .defaultSuccessUrl("/", false);
          login.addObjectPostProcessor(adjustments());
        });
  }

  /** What the configuration of Spring Security has no word for. */
  private ObjectPostProcessor<Object> adjustments() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O> O postProcess(O part) {
        if (part instanceof OidcAuthorizationCodeAuthenticationProvider provider) {
          provider.setJwtDecoderFactory(OidcLogin.this::idTokens);
        } else if (part instanceof OAuth2AuthorizationRequestRedirectFilter filter) {
          filter.setAuthenticationFailureHandler(failures);
        } else if (part instanceof OAuth2LoginAuthenticationFilter filter) {
          filter.setAuthenticationResultConverter(OidcLogin::withoutToken);
        }
        return part;
      }
    };
  }

  private JwtDecoder idTokens(ClientRegistration registration) {
    return decoders.computeIfAbsent(
        registration.getRegistrationId(),
        id -> {
          NimbusJwtDecoder decoder =
              connections.decoder(
                  registration,
                  new DelegatingOAuth2TokenValidator<>(
                      new JwtTimestampValidator(), new OidcIdTokenValidator(registration)),
                  true);
          decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
          return decoder;
        });
  }

  private OidcUser user(OidcUserRequest request, OidcUserService users) {
    OidcIssuer issuer = issuers.find(request.getClientRegistration().getRegistrationId());
    if (issuer == null) {
      throw new IllegalStateException("No such issuer");
    }
    OidcUser claimed = users.loadUser(request);
    return new OidcVisitor(people.find(issuer, claimed), claimed.getIdToken());
  }

  /** Puts who it is in the place of what the issuer said. */
  private static OAuth2AuthenticationToken withoutToken(OAuth2LoginAuthenticationToken result) {
    SignedInAs who = ((OidcVisitor) result.getPrincipal()).who();
    return new OAuth2AuthenticationToken(
        who, who.getAuthorities(), result.getClientRegistration().getRegistrationId());
  }

  private OidcUserService users() {
    DefaultOAuth2UserService answers = new DefaultOAuth2UserService();
    answers.setRestOperations(connections.users());
    OidcUserService users = new OidcUserService();
    users.setOauth2UserService(answers);
    users.setRetrieveUserInfo(OidcLogin::lacksTheAddress);
    return users;
  }

  /** The issuer is asked for more only where its token does not say enough. */
  private static boolean lacksTheAddress(OidcUserRequest request) {
    String users =
        request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri();
    return users != null
        && (request.getIdToken().getEmail() == null
            || request.getIdToken().getEmailVerified() == null);
  }
}
