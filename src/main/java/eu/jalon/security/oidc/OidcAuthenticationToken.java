package eu.jalon.security.oidc;

import eu.jalon.security.AccountPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/**
 * The authentication of a session started by OIDC. If the issuer has a logout endpoint, the ID
 * token is kept for {@code id_token_hint}; no other token is kept.
 */
final class OidcAuthenticationToken extends OAuth2AuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final @Nullable String idToken;

  OidcAuthenticationToken(AccountPrincipal who, String registration, @Nullable String idToken) {
    super(who, who.getAuthorities(), registration);
    this.idToken = idToken;
  }

  Optional<String> idToken() {
    return Optional.ofNullable(idToken);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other)
        && other instanceof OidcAuthenticationToken session
        && idToken().equals(session.idToken());
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
