package eu.jalon.security.login;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Account;
import eu.jalon.directory.Directory;
import eu.jalon.security.AccountPrincipal;
import eu.jalon.security.RemoteAddress;
import eu.jalon.shared.PersonId;
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
 * Authenticates by name and password, throttled by {@link LoginThrottle}. Known and unknown names
 * take the same SQL statements and one hash, so that response times do not reveal accounts.
 */
@Component
public class PersonAuthenticationProvider implements AuthenticationProvider {

  private static final int MAX_NAME_LENGTH = 63;

  /** Looked up instead of an invalid account name, to take the same time. */
  private static final PersonId NO_ACCOUNT = new PersonId("no-account");

  private static final String PASSWORD = "password";

  private final Directory directory;
  private final PasswordEncoder passwords;
  private final LoginThrottle throttle;
  private final AuditLog audit;
  private final Supplier<String> dummyHash;

  PersonAuthenticationProvider(
      Directory directory, PasswordEncoder passwords, LoginThrottle throttle, AuditLog audit) {
    this.directory = directory;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.dummyHash = SingletonSupplier.of(() -> passwords.encode("unknown"));
  }

  @Override
  public Authentication authenticate(Authentication credentials) {
    String name = bounded(credentials.getName());
    String address = RemoteAddress.of(credentials);
    LoginThrottle.Attempt attempt = throttle.begin(name, address);
    if (attempt.decision() != LoginThrottle.Decision.MAY_TRY) {
      if (attempt.decision() == LoginThrottle.Decision.MUST_WAIT_FIRST_TIME) {
        String known = account(name).map(PersonAuthenticationProvider::id).orElse(null);
        audit.record(AuditKind.SIGN_IN_THROTTLED, known, address, PASSWORD, "too many attempts");
      }
      throw new ThrottledException();
    }
    Optional<Account> account;
    try {
      account = verified(name, String.valueOf(credentials.getCredentials()), address);
    } catch (RuntimeException failure) {
      throttle.aborted(attempt);
      throw failure;
    }
    if (account.isEmpty()) {
      throttle.failed(attempt);
      throw new BadCredentialsException("Name or password is wrong");
    }
    throttle.succeeded(attempt);
    AccountPrincipal principal = AccountPrincipal.of(account.get());
    return UsernamePasswordAuthenticationToken.authenticated(
        principal, null, principal.getAuthorities());
  }

  /** The account, if the password is right. */
  private Optional<Account> verified(String name, String password, String address) {
    String unknownHash = dummyHash.get();
    Optional<Account> account = account(name);
    Optional<String> hash =
        directory.passwordHash(account.map(a -> a.person().id()).orElse(NO_ACCOUNT));
    boolean right = passwords.matches(password, hash.orElse(unknownHash));
    if (right && hash.isPresent() && account.isPresent()) {
      return account;
    }
    // An unknown name may be a password typed into the wrong field, so it is not logged.
    String known = account.map(PersonAuthenticationProvider::id).orElse(null);
    audit.record(AuditKind.SIGN_IN_FAILED, known, address, PASSWORD, "wrong name or password");
    return Optional.empty();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** Names over the maximum length share one counter. */
  private static String bounded(String name) {
    return name.length() > MAX_NAME_LENGTH ? "?" : name;
  }

  private Optional<Account> account(String name) {
    return directory.account(PersonId.of(name).orElse(NO_ACCOUNT));
  }

  private static String id(Account account) {
    return account.person().id().value();
  }
}
