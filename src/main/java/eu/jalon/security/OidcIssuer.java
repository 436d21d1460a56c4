package eu.jalon.security;

import eu.jalon.shared.Country;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that people may sign in at (OpenID Connect Core 1.0).
 *
 * @param issuer its address, exactly as its own description names it; https, but on this machine
 * @param clientSecret absent for a public client, which proves itself by RFC 7636 alone
 * @param name what its button is called
 * @param country whose people may come in by it, absent for everybody; administrators belong to no
 *     country
 * @param audience what its tokens must be made out to, to be taken by the API (RFC 6750); absent
 *     where the API takes none
 */
record OidcIssuer(
    String issuer,
    String clientId,
    @Nullable String clientSecret,
    @Nullable String name,
    @Nullable Country country,
    @Nullable String audience) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Checks what was configured; the messages are for who starts the application. */
  @SuppressWarnings("ConstantValue") // what is configured may lack anything
  OidcIssuer {
    if (issuer == null || clientId == null || issuer.isBlank() || clientId.isBlank()) {
      throw new IllegalArgumentException("jalon.oidc.<id> needs an issuer and a client-id");
    }
    URI address = URI.create(issuer);
    boolean safe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    if (!safe || address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "jalon.oidc.<id>.issuer is an https address without query, not " + issuer);
    }
  }

  Optional<String> secret() {
    return Optional.ofNullable(clientSecret).filter(text -> !text.isBlank());
  }

  Optional<String> acceptedAudience() {
    return Optional.ofNullable(audience).filter(text -> !text.isBlank());
  }

  /** Where it describes itself (OpenID Connect Discovery 1.0, section 4). */
  String description() {
    return issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
  }
}
