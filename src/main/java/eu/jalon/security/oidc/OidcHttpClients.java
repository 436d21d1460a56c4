package eu.jalon.security.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * HTTP clients for issuers with timeouts, which Spring Security does not set, and a cache of their
 * keys: unknown key ids cause at most two requests in 30 seconds.
 */
@Component
class OidcHttpClients {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_KEYS_BYTES = 256 * 1024;

  /** Asymmetric signature algorithms (RFC 7518, 3.1); shared secrets are not accepted. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Stream.of(SignatureAlgorithm.values())
          .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
          .collect(Collectors.toUnmodifiableSet());

  private final SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
  private final Map<String, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

  OidcHttpClients() {
    requests.setConnectTimeout(TIMEOUT);
    requests.setReadTimeout(TIMEOUT);
  }

  /** A decoder that verifies signatures with the issuer's keys and validates claims. */
  JwtDecoder decoder(ClientRegistration registration, OAuth2TokenValidator<Jwt> validator) {
    NimbusJwtDecoder decoder = nimbus(registration, validator);
    return token -> {
      try {
        return decoder.decode(token);
      } catch (BadJwtException refused) {
        throw refused;
      } catch (JwtException failed) {
        if (failed.getCause() instanceof RateLimitReachedException) {
          throw new BadJwtException("The token names an unknown key", failed);
        }
        throw failed;
      }
    };
  }

  /** The same as a {@code NimbusJwtDecoder}, for callers that set a claim converter. */
  NimbusJwtDecoder nimbus(ClientRegistration registration, OAuth2TokenValidator<Jwt> validator) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier((type, context) -> {});
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            SIGNATURES,
            keys.computeIfAbsent(
                registration.getProviderDetails().getJwkSetUri(), OidcHttpClients::cachedKeys)));
    // The validator checks the claims.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator);
    return decoder;
  }

  private static JWKSource<SecurityContext> cachedKeys(String address) {
    try {
      int millis = Math.toIntExact(TIMEOUT.toMillis());
      return JWKSourceBuilder.create(
              URI.create(address).toURL(),
              new DefaultResourceRetriever(millis, millis, MAX_KEYS_BYTES))
          .build();
    } catch (MalformedURLException notAnAddress) {
      throw new IllegalArgumentException(notAnAddress);
    }
  }

  /** The client for the token endpoint. */
  RestClient tokens() {
    return RestClient.builder()
        .requestFactory(requests)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new FormHttpMessageConverter());
              converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** The client for the user-info endpoint, whose response may be a signed JWT. */
  RestTemplate users(JwtDecoder signed) {
    RestTemplate users = new RestTemplate(requests);
    users.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    users.getMessageConverters().add(0, new SignedClaimsMessageConverter(signed));
    return users;
  }
}
