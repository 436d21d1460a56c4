package eu.jalon.security.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A rejected OIDC sign-in. */
public class OidcRefusedException extends OAuth2AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** The reason; the login page has a message for each, under {@code login.oidc.}. */
  public enum Reason {
    /** No account in the directory has the e-mail address, or several have it. */
    UNKNOWN,
    /** The issuer does not confirm that the e-mail address is verified. */
    UNVERIFIED,
    /** The ID token and the user-info response have different e-mail addresses. */
    MISMATCH,
    /** The issuer belongs to another party. */
    COUNTRY,
    /** The issuer does not respond, or its metadata names another issuer. */
    UNAVAILABLE
  }

  private final Reason reason;
  private final @Nullable String person;

  public OidcRefusedException(Reason reason, @Nullable String person) {
    super(new OAuth2Error("access_denied"), reason.name());
    this.reason = reason;
    this.person = person;
  }

  public Reason reason() {
    return reason;
  }

  /** The account, if it is known. */
  Optional<String> person() {
    return Optional.ofNullable(person);
  }
}
