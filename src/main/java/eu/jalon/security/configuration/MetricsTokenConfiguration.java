package eu.jalon.security.configuration;

import static org.springframework.security.config.Customizer.withDefaults;

import eu.jalon.shared.InvalidSettingException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Lets a Prometheus server read the metrics with the bearer token {@code jalon.metrics.token},
 * instead of an administrator's password. Without the property only administrators can read them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jalon.metrics.token")
class MetricsTokenConfiguration {

  private static final String PATH = "/actuator/prometheus";
  private static final String BEARER = "Bearer ";
  private static final int MIN_LENGTH = 32;

  @Bean
  @Order(1)
  SecurityFilterChain metrics(HttpSecurity http, @Value("${jalon.metrics.token}") String token)
      throws Exception {
    if (token.length() < MIN_LENGTH) {
      throw new InvalidSettingException(
          "jalon.metrics.token must have at least " + MIN_LENGTH + " characters");
    }
    byte[] expected = (BEARER + token).getBytes(StandardCharsets.UTF_8);
    return http.securityMatcher(MetricsTokenConfiguration::carriesToken)
        .authorizeHttpRequests(
            requests ->
                requests
                    .anyRequest()
                    .access(
                        (authentication, context) ->
                            new AuthorizationDecision(
                                MessageDigest.isEqual(expected, sent(context.getRequest())))))
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(withDefaults())
        .build();
  }

  private static boolean carriesToken(HttpServletRequest request) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return request.getRequestURI().equals(request.getContextPath() + PATH)
        && credentials != null
        && credentials.startsWith(BEARER);
  }

  private static byte[] sent(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION).getBytes(StandardCharsets.UTF_8);
  }
}
