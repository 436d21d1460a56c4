package eu.jalon.security.oidc;

import eu.jalon.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/**
 * What Jalon needs to know of a client registration beyond Spring Boot's properties, under {@code
 * jalon.oidc.<registration>}.
 *
 * @param country whose accounts may sign in through it; absent for every account. Administrators
 *     belong to no country.
 * @param audience what an access token must be issued for to be accepted by the API (RFC 9068);
 *     absent where the API accepts none
 * @param addressClaim the claim with the email address
 * @param addressesVerified whether the issuer is trusted to give verified addresses only, for one
 *     that does not send {@code email_verified}
 */
record OidcIssuerProperties(
    @Nullable Country country,
    @Nullable String audience,
    @DefaultValue(StandardClaimNames.EMAIL) String addressClaim,
    @DefaultValue("false") boolean addressesVerified) {

  static final OidcIssuerProperties NONE =
      new OidcIssuerProperties(null, null, StandardClaimNames.EMAIL, false);

  OidcIssuerProperties {
    audience = audience == null || audience.isBlank() ? null : audience;
    if (!addressClaim.equals(StandardClaimNames.EMAIL) && !addressesVerified) {
      throw new IllegalArgumentException(
          "jalon.oidc.<registration>.address-claim="
              + addressClaim
              + " needs addresses-verified=true: email_verified is about the claim email only");
    }
  }
}
