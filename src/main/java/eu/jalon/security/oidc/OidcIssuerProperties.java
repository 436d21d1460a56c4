package eu.jalon.security.oidc;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.PartyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;

/**
 * Properties of an OIDC client registration in addition to Spring Boot's, under {@code
 * jalon.oidc.<registration>}.
 *
 * @param party the party whose accounts may sign in; absent for all accounts. Administrators have
 *     no party.
 * @param audience the audience of access tokens for the API (RFC 9068); absent if the API accepts
 *     none
 * @param addressClaim the claim with the e-mail address
 * @param addressesVerified whether all addresses of the issuer are verified, for issuers that do
 *     not send {@code email_verified}
 */
record OidcIssuerProperties(
    @Nullable PartyCode party,
    @Nullable String audience,
    @DefaultValue(StandardClaimNames.EMAIL) String addressClaim,
    @DefaultValue("false") boolean addressesVerified) {

  static final OidcIssuerProperties NONE =
      new OidcIssuerProperties(null, null, StandardClaimNames.EMAIL, false);

  OidcIssuerProperties {
    audience = audience == null || audience.isBlank() ? null : audience;
    if (!addressClaim.equals(StandardClaimNames.EMAIL) && !addressesVerified) {
      throw new InvalidSettingException(
          "jalon.oidc.<registration>.address-claim="
              + addressClaim
              + " needs addresses-verified=true: email_verified is about the claim email only");
    }
  }
}
