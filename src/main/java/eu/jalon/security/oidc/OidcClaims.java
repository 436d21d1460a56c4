package eu.jalon.security.oidc;

import eu.jalon.security.login.OidcRefusedException;
import eu.jalon.security.login.OidcRefusedException.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/**
 * Reads the e-mail address from the claims of an ID token, a user-info response or an access token.
 */
final class OidcClaims {

  private OidcClaims() {}

  /** Whether the claims contain a verified e-mail address. */
  static boolean suffice(OidcIssuerProperties issuer, ClaimAccessor claims) {
    return address(issuer, claims) != null && isVerified(issuer, claims);
  }

  /**
   * The verified e-mail address in the claims.
   *
   * @throws OidcRefusedException if there is none, or it is not verified
   */
  static String verifiedAddress(OidcIssuerProperties issuer, ClaimAccessor claims) {
    String address = address(issuer, claims);
    if (address == null) {
      throw new OidcRefusedException(Reason.UNKNOWN, null);
    }
    if (!isVerified(issuer, claims)) {
      throw new OidcRefusedException(Reason.UNVERIFIED, null);
    }
    return address;
  }

  /**
   * Chooses the ID token or the user-info response as the only source of claims, so that the
   * address of one is never combined with the verification of the other.
   *
   * @throws OidcRefusedException if their e-mail addresses differ
   */
  static ClaimAccessor select(
      OidcIssuerProperties issuer, ClaimAccessor idToken, @Nullable ClaimAccessor userInfo) {
    if (userInfo == null) {
      return idToken;
    }
    String one = address(issuer, idToken);
    String other = address(issuer, userInfo);
    if (one != null && other != null && !one.equalsIgnoreCase(other)) {
      throw new OidcRefusedException(Reason.MISMATCH, null);
    }
    return suffice(issuer, idToken) || other == null ? idToken : userInfo;
  }

  private static @Nullable String address(OidcIssuerProperties issuer, ClaimAccessor claims) {
    return claims.getClaimAsString(issuer.addressClaim());
  }

  /** Some issuers send the string {@code "true"} instead of a boolean. */
  private static boolean isVerified(OidcIssuerProperties issuer, ClaimAccessor claims) {
    Map<String, Object> all = claims.getClaims();
    Object verified = all.get(StandardClaimNames.EMAIL_VERIFIED);
    if (verified == null) {
      return issuer.addressesVerified();
    }
    return issuer.addressClaim().equals(StandardClaimNames.EMAIL)
        ? Boolean.TRUE.equals(verified) || "true".equals(verified)
        : issuer.addressesVerified();
  }
}
