package eu.jalon.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * How Jalon speaks with its issuers. Each is asked for its description when somebody first signs in
 * at it, so that one that is down keeps neither the application nor the others from starting, and
 * none is waited for longer than a few seconds.
 */
class OidcConnections implements ClientRegistrationRepository {

  private static final Logger LOG = LoggerFactory.getLogger(OidcConnections.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
      new ParameterizedTypeReference<>() {};

  /** Signatures that only the issuer can make (RFC 7518, section 3.1); never a shared secret. */
  private static final Set<SignatureAlgorithm> SIGNATURES = Set.of(SignatureAlgorithm.values());

  private final OidcIssuers issuers;
  private final String baseUrl;
  private final SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
  private final Map<String, ClientRegistration> described = new ConcurrentHashMap<>();

  /**
   * Sets out to no issuer yet.
   *
   * @param baseUrl the address of Jalon that issuers send people back to
   */
  OidcConnections(OidcIssuers issuers, String baseUrl) {
    this.issuers = issuers;
    this.baseUrl = baseUrl.replaceFirst("/$", "");
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
  }

  /**
   * The issuer as it describes itself, or nothing where none has this id.
   *
   * @throws OidcRefusedException where it does not answer
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    ClientRegistration known = described.get(id);
    OidcIssuer issuer = issuers.find(id);
    if (known != null || issuer == null) {
      return known;
    }
    ClientRegistration found = registration(id, issuer);
    described.put(id, found);
    return found;
  }

  private ClientRegistration registration(String id, OidcIssuer issuer) {
    try {
      Map<String, Object> description =
          RestClient.builder()
              .requestFactory(requests)
              .build()
              .get()
              .uri(issuer.description())
              .retrieve()
              .body(DESCRIPTION);
      if (description == null || !issuer.issuer().equals(description.get("issuer"))) {
        throw new IllegalStateException("It does not describe itself as " + issuer.issuer());
      }
      ClientRegistration.Builder registration =
          ClientRegistrations.fromOidcConfiguration(description)
              .registrationId(id)
              .clientId(issuer.clientId())
              .clientName(OidcIssuers.nameOf(id, issuer))
              .redirectUri(baseUrl + "/login/oauth2/code/{registrationId}")
              .scope("openid", "email");
      issuer
          .secret()
          .ifPresentOrElse(
              registration::clientSecret,
              () -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE));
      return registration.build();
    } catch (RestClientException | IllegalArgumentException | IllegalStateException unusable) {
      LOG.warn("Nobody can sign in at the issuer {} ({})", id, issuer.issuer(), unusable);
      throw new OidcRefusedException(OidcRefusedException.Reason.UNAVAILABLE, null);
    }
  }

  /** Checks signatures with the issuer's keys, and all else with the validator. */
  NimbusJwtDecoder decoder(
      ClientRegistration registration, OAuth2TokenValidator<Jwt> validator, boolean idTokens) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
            .restOperations(new RestTemplate(requests))
            .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNATURES))
            .validateType(idTokens)
            .build();
    decoder.setJwtValidator(validator);
    return decoder;
  }

  /** For the address that answers with tokens. */
  RestClient tokens() {
    return RestClient.builder()
        .requestFactory(requests)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.addAll(
                  List.of(
                      new FormHttpMessageConverter(),
                      new OAuth2AccessTokenResponseHttpMessageConverter()));
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** For the address that answers with what is known of somebody. */
  RestTemplate users() {
    RestTemplate users = new RestTemplate(requests);
    users.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    return users;
  }
}
