package eu.jalon.security.configuration;

import static org.springframework.security.config.Customizer.withDefaults;

import eu.jalon.directory.Role;
import eu.jalon.shared.InvalidSettingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets monitoring read the metrics and the details of the health with the bearer token {@code
 * jalon.metrics.token}, instead of an administrator's password.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jalon.metrics.token")
class MetricsTokenConfiguration {

  private static final Pattern PATHS = Pattern.compile("/actuator/(?:prometheus|health(?:/.*)?)");
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
        .addFilterBefore(new MonitoringFilter(expected), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(Role.ADMINISTRATOR.name()))
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
    return PATHS.matcher(request.getServletPath()).matches()
        && credentials != null
        && credentials.startsWith(BEARER);
  }

  /** Lets the bearer of the token read what administrators read, at these addresses only. */
  private static final class MonitoringFilter extends OncePerRequestFilter {

    private final byte[] expected;

    MonitoringFilter(byte[] expected) {
      this.expected = expected;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      byte[] sent = request.getHeader(HttpHeaders.AUTHORIZATION).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, sent)) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    "monitoring",
                    null,
                    AuthorityUtils.createAuthorityList("ROLE_" + Role.ADMINISTRATOR)));
      }
      chain.doFilter(request, response);
    }
  }
}
