package eu.jalon.security.oidc;

import eu.jalon.security.AccountPrincipal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** An account during OIDC sign-in, with the ID token that Spring Security requires. */
record OidcAccountUser(AccountPrincipal who, OidcIdToken token) implements OidcUser {

  @Override
  public Map<String, Object> getClaims() {
    return token.getClaims();
  }

  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public OidcIdToken getIdToken() {
    return token;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public List<GrantedAuthority> getAuthorities() {
    return who.getAuthorities();
  }

  @Override
  public String getName() {
    return who.name();
  }
}
