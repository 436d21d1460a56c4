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
 * HTTP with issuers, with time limits that Spring Security does not set by default, and their keys
 * behind the cache of Nimbus: an unknown key id makes at most two requests in 30 seconds, however
 * many tokens name one.
 */
@Component
class OidcHttpClients {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int KEYS_SIZE = 256 * 1024;

  /** Signatures that only the issuer can make (RFC 7518, section 3.1); never a shared secret. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Stream.of(SignatureAlgorithm.values())
          .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
          .collect(Collectors.toUnmodifiableSet());

  private final SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
  private final Map<String, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

  OidcHttpClients() {
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
  }

  /** Checks signatures with the issuer's keys, and the claims with the validator. */
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

  /** The same, for a caller that converts claims too. */
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
      int millis = Math.toIntExact(PATIENCE.toMillis());
      return JWKSourceBuilder.create(
              URI.create(address).toURL(), new DefaultResourceRetriever(millis, millis, KEYS_SIZE))
          .build();
    } catch (MalformedURLException notAnAddress) {
      throw new IllegalArgumentException(notAnAddress);
    }
  }

  /** For the token endpoint. */
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

  /** For the user-info endpoint, whose answer may be a JWT that the decoder checks. */
  RestTemplate users(JwtDecoder signed) {
    RestTemplate users = new RestTemplate(requests);
    users.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    users.getMessageConverters().add(0, new SignedClaimsMessageConverter(signed));
    return users;
  }
}
