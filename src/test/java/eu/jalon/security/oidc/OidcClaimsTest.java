package eu.jalon.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.security.login.OidcRefusedException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class OidcClaimsTest {

  private static final OidcIssuerProperties UPN = new OidcIssuerProperties(null, null, "upn", true);

  @Test
  void theConfiguredClaimIsTheAddress() {
    OidcIdToken token = token(Map.of("upn", "be-ibz@example.org", "email", "other@example.org"));

    assertThat(OidcClaims.verifiedAddress(UPN, token)).isEqualTo("be-ibz@example.org");
    assertThat(OidcClaims.suffice(UPN, token)).isTrue();
  }

  /** {@code email_verified} is about the claim {@code email} and no other. */
  @Test
  void theVerificationOfTheClaimEmailDoesNotMatterToAnotherClaim() {
    assertThat(
            OidcClaims.verifiedAddress(
                UPN, token(Map.of("upn", "be-ibz@example.org", "email_verified", false))))
        .isEqualTo("be-ibz@example.org");
    assertThatThrownBy(() -> new OidcIssuerProperties(null, null, "upn", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("addresses-verified=true");
  }

  @Test
  void withoutTheConfiguredClaimThereIsNoAddress() {
    assertThatThrownBy(
            () ->
                OidcClaims.verifiedAddress(
                    UPN, token(Map.of("email", "be-ibz@example.org", "email_verified", true))))
        .isInstanceOf(OidcRefusedException.class);
  }

  @Test
  void differentAddressesOfTokenAndUserInfoAreRejected() {
    assertThatThrownBy(
            () ->
                OidcClaims.select(
                    UPN,
                    token(Map.of("upn", "be-ibz@example.org")),
                    token(Map.of("upn", "coord-be@example.org"))))
        .isInstanceOf(OidcRefusedException.class);
  }

  private static OidcIdToken token(Map<String, Object> claims) {
    return OidcIdToken.withTokenValue("token")
        .subject("subject")
        .issuedAt(Instant.EPOCH)
        .claims(all -> all.putAll(claims))
        .build();
  }
}
