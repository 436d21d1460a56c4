package eu.jalon.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The issuers that people may sign in at, as {@code jalon.oidc.<id>} names them; often none. */
@Component
public class OidcIssuers {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /** A button of the login page. */
  public record Offer(String id, String name) {}

  private final Map<String, OidcIssuer> byId;

  OidcIssuers(Environment environment) {
    this.byId =
        new TreeMap<>(
            Binder.get(environment)
                .bind("jalon.oidc", Bindable.mapOf(String.class, OidcIssuer.class))
                .orElse(Map.of()));
    byId.keySet()
        .forEach(
            id -> {
              if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                    "jalon.oidc." + id + ": an id is lower-case letters, digits and hyphens");
              }
            });
  }

  /** What the login page offers beside name and password. */
  public List<Offer> offers() {
    return byId.entrySet().stream()
        .map(each -> new Offer(each.getKey(), nameOf(each.getKey(), each.getValue())))
        .toList();
  }

  boolean none() {
    return byId.isEmpty();
  }

  @Nullable OidcIssuer find(String id) {
    return byId.get(id);
  }

  /** The id of the issuer that the API takes tokens of, by its address. */
  Optional<String> acceptedByApi(String issuer) {
    return byId.entrySet().stream()
        .filter(each -> each.getValue().issuer().equals(issuer))
        .filter(each -> each.getValue().acceptedAudience().isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean apiTakesTokens() {
    return byId.values().stream().anyMatch(each -> each.acceptedAudience().isPresent());
  }

  static String nameOf(String id, OidcIssuer issuer) {
    return Optional.ofNullable(issuer.name()).filter(name -> !name.isBlank()).orElse(id);
  }
}
