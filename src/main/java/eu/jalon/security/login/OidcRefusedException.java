package eu.jalon.security.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A sign-in at an issuer that is refused, with its reason. */
public class OidcRefusedException extends OAuth2AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** Why; the login page has a sentence for each, under {@code login.oidc.}. */
  public enum Reason {
    /** No account in the directory has the address, or several have it. */
    UNKNOWN,
    /** The issuer does not confirm that the address was verified. */
    UNVERIFIED,
    /** The ID token and the user-info answer give different addresses. */
    MISMATCH,
    /** The issuer belongs to another country. */
    COUNTRY,
    /** The issuer does not answer, or not as itself. */
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

  /** The account, where it is known and may not be used here. */
  Optional<String> person() {
    return Optional.ofNullable(person);
  }
}
