package eu.jalon.directory.file;

import eu.jalon.directory.Parties;
import eu.jalon.directory.calendar.WorkingDays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** Configures the working-day calendar and the password encoder. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  private static final int SALT_BYTES = 16;
  private static final int DEMO_ROUNDS = 1000;

  @Bean
  WorkingDays workingDays(Parties parties) {
    return new WorkingDays(parties::calendars);
  }

  /** PBKDF2 with the defaults of Spring Security 5.8 and later: HMAC-SHA-256, 310,000 rounds. */
  @Bean
  @Profile("!demo")
  PasswordEncoder passwordEncoder() {
    return delegating(
        "pbkdf2@SpringSecurity_v5_8", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
  }

  /**
   * The passwords of the demo are public, so a slow hash would only delay the start. Their hashes
   * have their own prefix, so that a demo database cannot be used for signing in outside the demo.
   */
  @Bean
  @Profile("demo")
  PasswordEncoder demoPasswordEncoder() {
    return delegating(
        "demo",
        new Pbkdf2PasswordEncoder(
            "", SALT_BYTES, DEMO_ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256));
  }

  private static PasswordEncoder delegating(String prefix, PasswordEncoder encoder) {
    DelegatingPasswordEncoder passwords =
        new DelegatingPasswordEncoder(prefix, Map.of(prefix, encoder));
    passwords.setDefaultPasswordEncoderForMatches(new RejectingPasswordEncoder());
    return passwords;
  }

  /** Rejects every password for hashes with an unknown prefix. */
  private static final class RejectingPasswordEncoder implements PasswordEncoder {

    @Override
    public String encode(CharSequence password) {
      throw new UnsupportedOperationException("Cannot encode with an unknown prefix");
    }

    @Override
    public boolean matches(CharSequence password, @Nullable String hash) {
      return false;
    }
  }
}
