package eu.jalon.security.oidc;

import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.security.AccountPrincipal;
import eu.jalon.security.login.OidcRefusedException;
import eu.jalon.security.login.OidcRefusedException.Reason;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PartyCode;
import java.util.List;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/**
 * Finds the account of an OIDC user: the only one in the directory with the verified e-mail
 * address, and of the issuer's party. No other claim is read, in particular no role or group.
 */
@Component
class OidcAccountLookup {

  private final Directory directory;

  OidcAccountLookup(Directory directory) {
    this.directory = directory;
  }

  /**
   * The account of the claims.
   *
   * @throws OidcRefusedException if there is none, several, or one of another party
   */
  AccountPrincipal find(OidcIssuerProperties issuer, ClaimAccessor claims) {
    List<Account> accounts =
        EmailAddress.of(OidcClaims.verifiedAddress(issuer, claims))
            .map(directory::accounts)
            .orElse(List.of());
    if (accounts.size() != 1) {
      throw new OidcRefusedException(Reason.UNKNOWN, null);
    }
    Account account = accounts.get(0);
    PartyCode party = issuer.party();
    boolean allowed =
        party == null
            || account.person().workplace().filter(code -> code.party().equals(party)).isPresent();
    if (!allowed) {
      throw new OidcRefusedException(Reason.COUNTRY, account.person().id().value());
    }
    return AccountPrincipal.of(account);
  }
}
