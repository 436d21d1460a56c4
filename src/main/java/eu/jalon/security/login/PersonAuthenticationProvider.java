package eu.jalon.security.login;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.security.AccountPrincipal;
import eu.jalon.security.RemoteAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks a name and a password against the directory; a known and an unknown name cost the same
 * statements and one hash, and guessing is slowed by name and by address.
 */
@Component
public class PersonAuthenticationProvider implements AuthenticationProvider {

  private static final int LONGEST_NAME = 63;

  /** Stands for what cannot be an account name, so that it is looked for all the same. */
  private static final PersonId NO_ACCOUNT = new PersonId("no-account");

  private static final String PASSWORD = "password";

  private final Directory directory;
  private final PasswordEncoder passwords;
  private final LoginThrottle throttle;
  private final AuditLog audit;
  private final Supplier<String> nobody;

  PersonAuthenticationProvider(
      Directory directory, PasswordEncoder passwords, LoginThrottle throttle, AuditLog audit) {
    this.directory = directory;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.nobody = SingletonSupplier.of(() -> passwords.encode("nobody"));
  }

  @Override
  public Authentication authenticate(Authentication credentials) {
    String name = bounded(credentials.getName());
    String address = RemoteAddress.of(credentials);
    LoginThrottle.Attempt attempt = throttle.begin(name, address);
    if (attempt.verdict() != LoginThrottle.Verdict.MAY_TRY) {
      if (attempt.verdict() == LoginThrottle.Verdict.MUST_WAIT_FIRST_TIME) {
        String known = account(name).map(PersonAuthenticationProvider::id).orElse(null);
        audit.record(AuditKind.SIGN_IN_THROTTLED, known, address, PASSWORD, "too many attempts");
      }
      throw new ThrottledException();
    }
    Optional<Account> account;
    try {
      account = verified(name, String.valueOf(credentials.getCredentials()), address);
    } catch (RuntimeException brokenOff) {
      throttle.brokenOff(attempt);
      throw brokenOff;
    }
    if (account.isEmpty()) {
      throttle.failed(attempt);
      throw new BadCredentialsException("Name or password is wrong");
    }
    throttle.succeeded(attempt, name);
    AccountPrincipal who = AccountPrincipal.of(account.get());
    return UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities());
  }

  /** The account, if the password is its own. */
  private Optional<Account> verified(String name, String password, String address) {
    String stand = nobody.get();
    Optional<Account> account = account(name);
    Optional<String> hash =
        directory.passwordHash(account.map(a -> a.person().id()).orElse(NO_ACCOUNT));
    boolean right = passwords.matches(password, hash.orElse(stand));
    if (right && hash.isPresent() && account.isPresent()) {
      return account;
    }
    // A name that nobody has may be a password typed into the wrong field: it is not kept.
    String known = account.map(PersonAuthenticationProvider::id).orElse(null);
    audit.record(AuditKind.SIGN_IN_FAILED, known, address, PASSWORD, "wrong name or password");
    return Optional.empty();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** What cannot be an account name is counted as one, whatever its length. */
  private static String bounded(String name) {
    return name.length() > LONGEST_NAME ? "?" : name;
  }

  private Optional<Account> account(String name) {
    try {
      return directory.account(new PersonId(name));
    } catch (ValidationError notAnAccountName) {
      directory.account(NO_ACCOUNT);
      return Optional.empty();
    }
  }

  private static String id(Account account) {
    return account.person().id().value();
  }
}
