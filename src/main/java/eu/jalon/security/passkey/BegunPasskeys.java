package eu.jalon.security.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in the session for whom a passkey is being made, and the challenge; the other options are
 * the same each time, and Spring Security's class for them cannot be stored in the database.
 */
final class BegunPasskeys implements PublicKeyCredentialCreationOptionsRepository {

  private static final String ATTRIBUTE = BegunPasskeys.class.getName();

  private final RelyingParty site;

  BegunPasskeys(RelyingParty site) {
    this.site = site;
  }

  private record Begun(PublicKeyCredentialUserEntity user, Bytes challenge)
      implements Serializable {}

  @Override
  public void save(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable PublicKeyCredentialCreationOptions options) {
    WebUtils.setSessionAttribute(
        request,
        ATTRIBUTE,
        options == null ? null : new Begun(options.getUser(), options.getChallenge()));
  }

  @Override
  public @Nullable PublicKeyCredentialCreationOptions load(HttpServletRequest request) {
    return WebUtils.getSessionAttribute(request, ATTRIBUTE) instanceof Begun begun
        ? site.creation(PublicKeyCredentialCreationOptions.builder())
            .user(begun.user())
            .challenge(begun.challenge())
            .build()
        : null;
  }
}
