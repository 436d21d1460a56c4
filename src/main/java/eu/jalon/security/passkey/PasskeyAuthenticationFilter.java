package eu.jalon.security.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.security.AccountPrincipal;
import eu.jalon.security.login.LoginThrottle;
import eu.jalon.security.login.ThrottledException;
import eu.jalon.shared.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;

/**
 * Signs in with the passkey of a form, throttled as passwords are: by the passkey and by the
 * address.
 */
final class PasskeyAuthenticationFilter extends AbstractAuthenticationProcessingFilter {

  static final String PATH = "/login/webauthn";

  private static final String PASSKEY = "passkey";

  private final RelyingParty site;
  private final PendingSignIns pending;
  private final Directory directory;
  private final LoginThrottle throttle;
  private final AuditLog audit;

  PasskeyAuthenticationFilter(
      RelyingParty site,
      PendingSignIns pending,
      Directory directory,
      LoginThrottle throttle,
      AuditLog audit) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
    this.site = site;
    this.pending = pending;
    this.directory = directory;
    this.throttle = throttle;
    this.audit = audit;
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    PublicKeyCredentialRequestOptions options = pending.load(request);
    pending.save(request, response, null);
    PublicKeyCredential<AuthenticatorAssertionResponse> credential =
        RelyingParty.read(
                Objects.toString(request.getParameter("credential"), ""),
                AuthenticatorAssertionResponse.class)
            .orElseThrow(PasskeyAuthenticationFilter::refused);
    if (options == null) {
      throw refused();
    }
    Account account = throttled(credential, options, request.getRemoteAddr());
    PasskeyAuthenticationToken token = new PasskeyAuthenticationToken(AccountPrincipal.of(account));
    token.setDetails(authenticationDetailsSource.buildDetails(request));
    return token;
  }

  private Account throttled(
      PublicKeyCredential<AuthenticatorAssertionResponse> credential,
      PublicKeyCredentialRequestOptions options,
      String address) {
    String id = credential.getRawId().toBase64UrlString();
    LoginThrottle.Attempt attempt = throttle.begin(PASSKEY + " " + id, address);
    if (attempt.decision() != LoginThrottle.Decision.MAY_TRY) {
      if (attempt.decision() == LoginThrottle.Decision.MUST_WAIT_FIRST_TIME) {
        audit.record(
            AuditKind.SIGN_IN_THROTTLED,
            owner(credential.getRawId()),
            address,
            PASSKEY,
            "too many attempts");
      }
      throw new ThrottledException();
    }
    Optional<Account> account;
    try {
      account = verified(credential, options, address);
    } catch (RuntimeException failure) {
      throttle.aborted(attempt);
      throw failure;
    }
    if (account.isEmpty()) {
      throttle.failed(attempt);
      throw refused();
    }
    throttle.succeeded(attempt);
    return account.get();
  }

  /** The account, if it is open and the authenticator has signed the challenge. */
  private Optional<Account> verified(
      PublicKeyCredential<AuthenticatorAssertionResponse> credential,
      PublicKeyCredentialRequestOptions options,
      String address) {
    String owner = owner(credential.getRawId());
    Optional<Account> account =
        owner == null ? Optional.empty() : directory.account(new PersonId(owner));
    if (account.isPresent() && isSigned(credential, options)) {
      return account;
    }
    audit.record(AuditKind.SIGN_IN_FAILED, owner, address, PASSKEY, "refused");
    return Optional.empty();
  }

  private boolean isSigned(
      PublicKeyCredential<AuthenticatorAssertionResponse> credential,
      PublicKeyCredentialRequestOptions options) {
    try {
      site.operations()
          .orElseThrow()
          .authenticate(new RelyingPartyAuthenticationRequest(options, credential));
      return true;
    } catch (WebAuthnException | IllegalArgumentException wrong) {
      return false;
    }
  }

  /** The account name of a passkey; null if it is unknown. */
  private @Nullable String owner(Bytes id) {
    CredentialRecord kept = site.credentials().findByCredentialId(id);
    return kept == null
        ? null
        : Objects.requireNonNull(site.users().findById(kept.getUserEntityUserId())).getName();
  }

  private static BadCredentialsException refused() {
    return new BadCredentialsException("No passkey of an open account signed the challenge");
  }
}
