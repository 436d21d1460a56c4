package eu.jalon.security.oidc;

import eu.jalon.shared.InvalidSettingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The configured OIDC issuers: Spring Boot's {@code spring.security.oauth2.client.*} with {@link
 * OidcIssuerProperties}. There may be none.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class OidcIssuers {

  private static final Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

  /** A sign-in button on the login page. */
  public record Offer(String id, String name) {}

  private final OAuth2ClientProperties clients;
  private final Map<String, OidcIssuerProperties> properties;

  /**
   * Validates the configuration and sets Jalon's defaults.
   *
   * @throws InvalidSettingException if the configuration is invalid
   */
  OidcIssuers(
      OAuth2ClientProperties clients,
      Environment environment,
      @Value("${jalon.base-url}") String baseUrl) {
    this.clients = clients;
    this.properties =
        Binder.get(environment)
            .bind("jalon.oidc", Bindable.mapOf(String.class, OidcIssuerProperties.class))
            .orElse(Map.of());
    properties
        .keySet()
        .forEach(
            id ->
                require(
                    clients.getRegistration().containsKey(id),
                    "jalon.oidc." + id + " has no registration of this id"));
    clients
        .getRegistration()
        .forEach((id, registration) -> complete(id, registration, baseUrl.replaceFirst("/$", "")));
    clients.getProvider().forEach(OidcIssuers::check);
  }

  private static void complete(
      String id, OAuth2ClientProperties.Registration registration, String baseUrl) {
    if (registration.getScope() == null) {
      registration.setScope(Set.of(OidcScopes.OPENID, OidcScopes.EMAIL));
    }
    require(
        registration.getScope().contains(OidcScopes.OPENID),
        "spring.security.oauth2.client.registration." + id + ".scope lacks openid");
    if (registration.getRedirectUri() == null) {
      // Spring Boot's default would use the Host header.
      registration.setRedirectUri(baseUrl + "/login/oauth2/code/{registrationId}");
    }
  }

  private static void check(String id, OAuth2ClientProperties.Provider provider) {
    String name = "spring.security.oauth2.client.provider." + id + ".issuer-uri";
    require(provider.getIssuerUri() != null, name + " is missing");
    URI address = URI.create(provider.getIssuerUri());
    boolean encrypted =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && LOOPBACK_HOSTS.contains(address.getHost()));
    require(
        encrypted && address.getRawQuery() == null && address.getRawFragment() == null,
        name + " must be an https address without a query: " + address);
  }

  private static void require(boolean valid, String message) {
    if (!valid) {
      throw new InvalidSettingException(message);
    }
  }

  /** The issuers that the login page offers, by registration id. */
  public List<Offer> offers() {
    return new TreeMap<>(clients.getRegistration())
        .entrySet().stream()
            .map(
                entry ->
                    new Offer(
                        entry.getKey(),
                        Optional.ofNullable(entry.getValue().getClientName())
                            .filter(name -> !name.isBlank())
                            .orElse(entry.getKey())))
            .toList();
  }

  public boolean isEmpty() {
    return clients.getRegistration().isEmpty();
  }

  OidcIssuerProperties properties(String id) {
    return properties.getOrDefault(id, OidcIssuerProperties.NONE);
  }

  /** The registration whose tokens the API accepts, by their issuer claim. */
  Optional<String> acceptedByApi(String issuer) {
    return properties.entrySet().stream()
        .filter(entry -> entry.getValue().audience() != null)
        .map(Map.Entry::getKey)
        .filter(id -> issuer.equals(issuerOf(id)))
        .findFirst();
  }

  public boolean apiAcceptsTokens() {
    return properties.values().stream().anyMatch(entry -> entry.audience() != null);
  }

  private @Nullable String issuerOf(String id) {
    OAuth2ClientProperties.Registration registration = clients.getRegistration().get(id);
    if (registration == null) {
      return null;
    }
    String provider = registration.getProvider() == null ? id : registration.getProvider();
    OAuth2ClientProperties.Provider found = clients.getProvider().get(provider);
    return found == null ? null : found.getIssuerUri();
  }
}
