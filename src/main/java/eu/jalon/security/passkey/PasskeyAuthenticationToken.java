package eu.jalon.security.passkey;

import eu.jalon.security.AccountPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication of a session started with a passkey. */
public final class PasskeyAuthenticationToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final AccountPrincipal principal;

  PasskeyAuthenticationToken(AccountPrincipal principal) {
    super(principal.getAuthorities());
    this.principal = principal;
    super.setAuthenticated(true);
  }

  @Override
  public AccountPrincipal getPrincipal() {
    return principal;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }
}
