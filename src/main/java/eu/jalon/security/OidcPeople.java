package eu.jalon.security;

import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.security.OidcRefusedException.Reason;
import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/**
 * Finds in the directory whom a token speaks of: the one person with its verified mail address, of
 * the issuer's own country. Whatever else a token says, of roles and groups above all, is not read.
 */
class OidcPeople {

  private final Directory directory;

  OidcPeople(Directory directory) {
    this.directory = directory;
  }

  /**
   * The account a token opens.
   *
   * @throws OidcRefusedException where it opens none
   */
  SignedInAs find(OidcIssuer issuer, ClaimAccessor token) {
    String email = token.getClaimAsString(StandardClaimNames.EMAIL);
    if (email == null) {
      throw new OidcRefusedException(Reason.UNKNOWN, null);
    }
    if (!isTrue(token.getClaims().get(StandardClaimNames.EMAIL_VERIFIED))) {
      throw new OidcRefusedException(Reason.UNVERIFIED, null);
    }
    List<Account> accounts = accounts(email);
    if (accounts.size() != 1) {
      throw new OidcRefusedException(Reason.UNKNOWN, null);
    }
    Account account = accounts.get(0);
    Country country = issuer.country();
    boolean own =
        country == null
            || account.person().workplace().filter(code -> code.country() == country).isPresent();
    if (!own) {
      throw new OidcRefusedException(Reason.COUNTRY, account.person().id().value());
    }
    return SignedInAs.of(account);
  }

  /** Some issuers send the word instead of the value. */
  private static boolean isTrue(@Nullable Object claim) {
    return Boolean.TRUE.equals(claim) || "true".equals(claim);
  }

  private List<Account> accounts(String email) {
    try {
      return directory.accounts(new EmailAddress(email));
    } catch (Refusal notAnAddress) {
      return List.of();
    }
  }
}
