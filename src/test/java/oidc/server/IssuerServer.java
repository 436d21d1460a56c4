package oidc.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
  private final Map<String, Map<String, Object>> userInfo = new ConcurrentHashMap<>();
  private final AtomicInteger keyRequests = new AtomicInteger();
  private final ConfigurableApplicationContext application;

  /**
   * Starts an issuer.
   *
   * @param id the client registration, and the name of its cookie, since cookies know no ports
   * @param client the address that it may send users back to
   */
  public IssuerServer(String id, String client) {
    SpringApplication issuer = new SpringApplication(IssuerConfiguration.class);
    issuer.setWebApplicationType(WebApplicationType.SERVLET);
    issuer.setDefaultProperties(
        Map.of(
            "spring.config.name",
            "no-file-of-the-application",
            "server.port",
            "0",
            "server.address",
            "127.0.0.1",
            "server.servlet.session.cookie.name",
            "ISSUER_" + id.toUpperCase(java.util.Locale.ROOT),
            "test.registration",
            id,
            "test.client",
            client));
    issuer.addInitializers(
        context ->
            context
                .getBeanFactory()
                .registerSingleton(
                    "claimsOfPeople", new PeopleClaims(claims, userInfo, keyRequests)));
    application = issuer.run();
  }

  /**
   * What the issuer says of its users, by the name they sign in with, and how often it was asked.
   */
  public record PeopleClaims(
      Map<String, Map<String, Object>> byName,
      Map<String, Map<String, Object>> userInfo,
      AtomicInteger keyRequests) {}

  /** Somebody who can sign in at this issuer, and what it says of him. */
  public IssuerServer person(String name, Map<String, Object> said) {
    claims.put(name, said);
    return this;
  }

  /** The same, with what the user-info endpoint says. */
  public IssuerServer person(String name, Map<String, Object> said, Map<String, Object> more) {
    userInfo.put(name, more);
    return person(name, said);
  }

  /** How often its keys were asked for. */
  public int keyRequests() {
    return keyRequests.get();
  }

  public String address() {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }

  /** A signed access token (RFC 9068); without an expiry where that is null. */
  public String accessToken(String audience, @Nullable Instant expires, Map<String, Object> said) {
    JwtClaimsSet.Builder set =
        JwtClaimsSet.builder()
            .issuer(address())
            .subject("somebody")
            .audience(List.of(audience))
            .issuedAt((expires == null ? Instant.now() : expires).minusSeconds(600));
    if (expires != null) {
      set.expiresAt(expires);
    }
    said.forEach(set::claim);
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
