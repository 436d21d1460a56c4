package eu.jalon.security.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of users: listed, added and removed by themselves. */
@Service
@Transactional
public class Passkeys {

  /** The maximum length of a name in code points. */
  public static final int MAX_NAME = 60;

  /** The maximum number of passkeys of one person. */
  static final int MAX_PASSKEYS = 10;

  private final RelyingParty site;
  private final BegunPasskeys begun;
  private final Directory directory;

  Passkeys(RelyingParty site, Directory directory) {
    this.site = site;
    this.begun = new BegunPasskeys(site);
    this.directory = directory;
  }

  /**
   * A passkey.
   *
   * @param id the credential id, base64url
   * @param lastUsedAt when the person last signed in with it, or added it
   */
  public record Passkey(String id, String name, Instant createdAt, Instant lastUsedAt) {

    private static Passkey of(CredentialRecord kept) {
      return new Passkey(
          kept.getCredentialId().toBase64UrlString(),
          kept.getLabel(),
          kept.getCreated(),
          kept.getLastUsed());
    }
  }

  /** Whether the address of Jalon allows passkeys. */
  @Transactional(readOnly = true)
  public boolean isOffered() {
    return site.operations().isPresent();
  }

  /** Whether a person may add passkeys: with an account that has a password. */
  @Transactional(readOnly = true)
  public boolean mayAdd(Person person) {
    return isOffered() && directory.passwordHash(person.id()).isPresent();
  }

  /** Returns the passkeys of a person, the oldest first. */
  @Transactional(readOnly = true)
  public List<Passkey> of(Person person) {
    return records(person).stream()
        .map(Passkey::of)
        .sorted(Comparator.comparing(Passkey::createdAt))
        .toList();
  }

  private List<CredentialRecord> records(Person person) {
    return Optional.ofNullable(site.users().findByUsername(person.id().value()))
        .map(user -> site.credentials().findByUserId(user.getId()))
        .orElse(List.of());
  }

  /**
   * Adds a passkey that an authenticator has made for the options in the session.
   *
   * @param answer the browser's credential as JSON
   * @throws ValidationError if the name or the answer is wrong, or the person may not add one
   */
  public void add(
      String name,
      String answer,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response) {
    PublicKeyCredentialCreationOptions options = begun.load(request);
    begun.save(request, response, null);
    String label = name(name);
    if (directory.lock(person.id()).isEmpty() || !mayAdd(person)) {
      throw ValidationError.forbidden("passkey.notAllowed");
    }
    if (records(person).size() >= MAX_PASSKEYS) {
      throw ValidationError.conflict("passkey.tooMany", MAX_PASSKEYS);
    }
    register(label, answer, own(options, person));
  }

  private void register(String label, String answer, PublicKeyCredentialCreationOptions options) {
    PublicKeyCredential<AuthenticatorAttestationResponse> credential =
        RelyingParty.read(answer, AuthenticatorAttestationResponse.class)
            .orElseThrow(() -> ValidationError.invalid("passkey.notAdded"));
    try {
      site.operations()
          .orElseThrow()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options, new RelyingPartyPublicKey(credential, label)));
    } catch (WebAuthnException | IllegalArgumentException refused) {
      throw ValidationError.invalid("passkey.notAdded");
    }
  }

  private static String name(String name) {
    String given = TextPolicy.SINGLE_LINE.checked("name", name, MAX_NAME);
    if (given.isEmpty()) {
      throw ValidationError.invalid("passkey.noName");
    }
    return given;
  }

  /** The options, if they are of the person, who may have signed in meanwhile. */
  private static PublicKeyCredentialCreationOptions own(
      @Nullable PublicKeyCredentialCreationOptions options, Person person) {
    if (options == null || !options.getUser().getName().equals(person.id().value())) {
      throw ValidationError.invalid("passkey.notAdded");
    }
    return options;
  }

  /**
   * Removes a passkey.
   *
   * @throws ValidationError if the person has no such passkey
   */
  public void remove(String id, Person person) {
    CredentialRecord own =
        records(person).stream()
            .filter(each -> each.getCredentialId().toBase64UrlString().equals(id))
            .findFirst()
            .orElseThrow(() -> ValidationError.notFound("passkey.unknown"));
    site.credentials().delete(own.getCredentialId());
  }
}
