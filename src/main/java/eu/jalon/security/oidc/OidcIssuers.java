package eu.jalon.security.oidc;

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
 * The issuers that users may sign in at: {@code spring.security.oauth2.client.*} as Spring Boot
 * defines it, with our additions under {@code jalon.oidc.<registration>}. Often there is none.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class OidcIssuers {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** A button of the login page. */
  public record Offer(String id, String name) {}

  private final OAuth2ClientProperties clients;
  private final Map<String, OidcIssuerProperties> extras;

  /**
   * Checks what is configured and fills in what Jalon always uses.
   *
   * @throws IllegalArgumentException where the configuration cannot be right
   */
  OidcIssuers(
      OAuth2ClientProperties clients,
      Environment environment,
      @Value("${jalon.base-url}") String baseUrl) {
    this.clients = clients;
    this.extras =
        Binder.get(environment)
            .bind("jalon.oidc", Bindable.mapOf(String.class, OidcIssuerProperties.class))
            .orElse(Map.of());
    extras
        .keySet()
        .forEach(
            id ->
                require(
                    clients.getRegistration().containsKey(id),
                    "jalon.oidc." + id + " is about no registration"));
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
      // Boot's own default would repeat the host name that a request was sent to.
      registration.setRedirectUri(baseUrl + "/login/oauth2/code/{registrationId}");
    }
  }

  private static void check(String id, OAuth2ClientProperties.Provider provider) {
    String name = "spring.security.oauth2.client.provider." + id + ".issuer-uri";
    require(provider.getIssuerUri() != null, name + " is missing");
    URI address = URI.create(provider.getIssuerUri());
    boolean encrypted =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    require(
        encrypted && address.getRawQuery() == null && address.getRawFragment() == null,
        name + " must be an https address without a query: " + address);
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** What the login page offers beside name and password. */
  public List<Offer> offers() {
    return new TreeMap<>(clients.getRegistration())
        .entrySet().stream()
            .map(
                each ->
                    new Offer(
                        each.getKey(),
                        Optional.ofNullable(each.getValue().getClientName())
                            .filter(name -> !name.isBlank())
                            .orElse(each.getKey())))
            .toList();
  }

  public boolean none() {
    return clients.getRegistration().isEmpty();
  }

  OidcIssuerProperties extras(String id) {
    return extras.getOrDefault(id, OidcIssuerProperties.NONE);
  }

  /** The registration whose tokens the API accepts, by the issuer they name. */
  Optional<String> acceptedByApi(String issuer) {
    return extras.entrySet().stream()
        .filter(each -> each.getValue().audience() != null)
        .map(Map.Entry::getKey)
        .filter(id -> issuer.equals(issuerOf(id)))
        .findFirst();
  }

  public boolean apiTakesTokens() {
    return extras.values().stream().anyMatch(each -> each.audience() != null);
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
