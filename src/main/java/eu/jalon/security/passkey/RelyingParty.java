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
  private final Optional<WebAuthnRelyingPartyOperations> operations;

  RelyingParty(JdbcOperations jdbc, @Value("${jalon.base-url}") String baseUrl) {
    this.users = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    this.credentials = new JdbcUserCredentialRepository(jdbc);
    this.operations = PasskeySite.of(baseUrl).map(this::operations);
  }

  /**
   * The authenticator must verify the user, by a PIN or a finger: a passkey stands in for a
   * password and a device together.
   */
  private WebAuthnRelyingPartyOperations operations(PasskeySite site) {
    Webauthn4JRelyingPartyOperations created =
        new Webauthn4JRelyingPartyOperations(
            users,
            credentials,
            PublicKeyCredentialRpEntity.builder().id(site.host()).name("Jalon").build(),
            Set.of(site.origin()));
    created.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .build()));
    created.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return created;
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
