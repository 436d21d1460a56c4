package eu.jalon.security;

import eu.jalon.directory.Account;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The principal of all sign-in methods: account name, role from the directory, and the account's
 * session epoch at sign-in. No token claims are kept.
 *
 * @param name the account name
 */
public record AccountPrincipal(String name, String role, int sessionEpoch)
    implements OAuth2User, Serializable {

  private static final long serialVersionUID = 1L;

  public static AccountPrincipal of(Account account) {
    return new AccountPrincipal(
        account.person().id().value(), account.person().role().name(), account.sessionEpoch());
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public List<GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + role));
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
