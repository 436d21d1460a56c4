package eu.jalon.security.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions.PublicKeyCredentialRequestOptionsBuilder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Spring Security's checks of what authenticators answer, and where it keeps passkeys. */
@Component
class RelyingParty {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new WebauthnJackson2Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final PublicKeyCredentialUserEntityRepository users;
  private final UserCredentialRepository credentials;
  private final Optional<PublicKeyCredentialRpEntity> entity;
  private final Optional<WebAuthnRelyingPartyOperations> operations;

  RelyingParty(JdbcOperations jdbc, @Value("${jalon.base-url}") String baseUrl) {
    Optional<PasskeySite> site = PasskeySite.of(baseUrl);
    this.users = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    this.credentials = new JdbcUserCredentialRepository(jdbc);
    this.entity =
        site.map(
            each -> PublicKeyCredentialRpEntity.builder().id(each.host()).name("Jalon").build());
    this.operations = site.map(each -> operations(each.origin()));
  }

  private WebAuthnRelyingPartyOperations operations(String origin) {
    Webauthn4JRelyingPartyOperations created =
        new Webauthn4JRelyingPartyOperations(
            users, credentials, entity.orElseThrow(), Set.of(origin));
    created.setCustomizeCreationOptions(this::creation);
    created.setCustomizeRequestOptions(this::request);
    return created;
  }

  /**
   * Sets the options of a new passkey that are the same for all. The authenticator must verify the
   * user, by a PIN or a finger: a passkey stands in for a password and a device together.
   */
  PublicKeyCredentialCreationOptionsBuilder creation(
      PublicKeyCredentialCreationOptionsBuilder options) {
    return options
        .rp(entity.orElseThrow())
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build());
  }

  /** Sets the options of a sign-in that are the same for all. */
  PublicKeyCredentialRequestOptionsBuilder request(
      PublicKeyCredentialRequestOptionsBuilder options) {
    return options
        .rpId(entity.orElseThrow().getId())
        .userVerification(UserVerificationRequirement.REQUIRED);
  }

  /** The checks; empty if the address of Jalon allows no passkeys. */
  Optional<WebAuthnRelyingPartyOperations> operations() {
    return operations;
  }

  PublicKeyCredentialUserEntityRepository users() {
    return users;
  }

  UserCredentialRepository credentials() {
    return credentials;
  }

  /** Reads what a browser's {@code PublicKeyCredential.toJSON()} wrote; empty if malformed. */
  static <R extends AuthenticatorResponse> Optional<PublicKeyCredential<R>> read(
      String json, Class<R> response) {
    try {
      PublicKeyCredential<R> credential =
          JSON.readValue(
              json,
              JSON.getTypeFactory().constructParametricType(PublicKeyCredential.class, response));
      return Optional.ofNullable(credential)
          .filter(read -> read.getRawId() != null && read.getResponse() != null);
    } catch (JsonProcessingException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
