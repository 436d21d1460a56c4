package eu.jalon.security.oidc;

import eu.jalon.security.login.OidcRefusedException;
import eu.jalon.security.login.OidcRefusedException.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/** The email address that one source of claims gives: an ID token, a user-info answer, a token. */
final class OidcClaims {

  private OidcClaims() {}

  /** Whether the claims give an address and, where that is asked of them, that it is verified. */
  static boolean suffice(OidcIssuerProperties issuer, ClaimAccessor claims) {
    return address(issuer, claims) != null && isVerified(issuer, claims);
  }

  /**
   * The address that the claims give by themselves.
   *
   * @throws OidcRefusedException where they give none, or one that is not verified
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
   * The claims to go by of those in the ID token and those in the user-info answer: one source,
   * never the address of one with the verification of the other.
   *
   * @throws OidcRefusedException where they give different addresses
   */
  static ClaimAccessor oneOf(
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

  /** Some issuers send the text {@code "true"} instead of the value. */
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
