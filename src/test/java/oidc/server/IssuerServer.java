package oidc.server;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * A real issuer (Spring Authorization Server) on a port of its own, with the people a test needs.
 */
public final class IssuerServer implements AutoCloseable {

  public static final String CLIENT = "jalon";
  public static final String SECRET = "secret-of-the-client";
  public static final String PASSWORD = "password-at-the-issuer";

  private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
  private final ConfigurableApplicationContext application;

  /**
   * Starts an issuer.
   *
   * @param id names its cookie, since cookies know no ports
   * @param redirect where it may send people back to
   */
  public IssuerServer(String id, String redirect) {
    SpringApplication issuer = new SpringApplication(IssuerConfiguration.class);
    issuer.setWebApplicationType(WebApplicationType.SERVLET);
    issuer.setDefaultProperties(
        Map.of(
            "spring.config.name", "no-file-of-the-application",
            "server.port", "0",
            "server.address", "127.0.0.1",
            "server.servlet.session.cookie.name", "ISSUER_" + id.toUpperCase(java.util.Locale.ROOT),
            "test.redirect", redirect));
    issuer.addInitializers(
        context ->
            context.getBeanFactory().registerSingleton("claimsOfPeople", new PeopleClaims(claims)));
    application = issuer.run();
  }

  /** What the issuer says of its people, by the name they sign in with. */
  public record PeopleClaims(Map<String, Map<String, Object>> byName) {}

  /** Somebody who can sign in at this issuer, and what it says of him. */
  public IssuerServer person(String name, Map<String, Object> said) {
    claims.put(name, said);
    return this;
  }

  public String address() {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }

  /** A signed access token (RFC 9068). */
  public String accessToken(String audience, Instant expires, Map<String, Object> said) {
    Map<String, Object> all = new HashMap<>(said);
    JwtClaimsSet.Builder set =
        JwtClaimsSet.builder()
            .issuer(address())
            .subject("somebody")
            .audience(List.of(audience))
            .issuedAt(expires.minusSeconds(600))
            .expiresAt(expires);
    all.forEach(set::claim);
    return application
        .getBean(JwtEncoder.class)
        .encode(
            JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build(), set.build()))
        .getTokenValue();
  }

  @Override
  public void close() {
    application.close();
  }
}
