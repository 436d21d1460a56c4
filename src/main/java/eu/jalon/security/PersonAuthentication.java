package eu.jalon.security;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks a name and a password against the directory; a known and an unknown name cost the same
 * time, and too many failures in a row slow the name down without ever locking it for good.
 */
@Component
class PersonAuthentication implements AuthenticationProvider {

  private static final int LONGEST_NAME = 63;

  private final Directory directory;
  private final PasswordEncoder passwords;
  private final LoginThrottle throttle;
  private final Supplier<String> nobody;

  PersonAuthentication(Directory directory, PasswordEncoder passwords, LoginThrottle throttle) {
    this.directory = directory;
    this.passwords = passwords;
    this.throttle = throttle;
    this.nobody = SingletonSupplier.of(() -> passwords.encode("nobody"));
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = bounded(attempt.getName());
    String password = String.valueOf(attempt.getCredentials());
    if (throttle.isClosedFor(name)) {
      throw new LockedException("Too many attempts");
    }
    Optional<Person> person = person(name);
    Optional<String> hash = person.flatMap(p -> directory.passwordHash(p.id()));
    boolean right = passwords.matches(password, hash.orElseGet(nobody));
    if (!right || hash.isEmpty()) {
      throttle.failed(name);
      throw new BadCredentialsException("Name or password is wrong");
    }
    throttle.succeeded(name);
    return UsernamePasswordAuthenticationToken.authenticated(
        person.orElseThrow().id().value(),
        null,
        List.of(new SimpleGrantedAuthority("ROLE_" + person.orElseThrow().role().name())));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** What cannot be an account name is counted as one, whatever its length. */
  private static String bounded(String name) {
    return name.length() > LONGEST_NAME ? "?" : name;
  }

  private Optional<Person> person(String name) {
    try {
      return directory.person(new PersonId(name));
    } catch (Refusal notAnAccountName) {
      return Optional.empty();
    }
  }
}
