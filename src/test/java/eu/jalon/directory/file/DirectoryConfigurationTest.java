package eu.jalon.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Password encoders of production and of the demo. */
class DirectoryConfigurationTest {

  private static final String PASSWORD = "jalon-demo";

  private final PasswordEncoder real = new DirectoryConfiguration().passwordEncoder();
  private final PasswordEncoder demo = new DirectoryConfiguration().demoPasswordEncoder();

  @Test
  void onlyTheRightPasswordMatchesItsHash() {
    assertThat(real.matches(PASSWORD, real.encode(PASSWORD))).isTrue();
    assertThat(real.matches("another", real.encode(PASSWORD))).isFalse();
    assertThat(demo.matches(PASSWORD, demo.encode(PASSWORD))).isTrue();
    assertThat(demo.matches("another", demo.encode(PASSWORD))).isFalse();
  }

  @Test
  void aHashOfTheDemoIsRejectedOutsideTheDemo() {
    assertThat(real.encode(PASSWORD)).startsWith("{pbkdf2@SpringSecurity_v5_8}");
    assertThat(real.matches(PASSWORD, demo.encode(PASSWORD))).isFalse();
    assertThat(real.matches(PASSWORD, PASSWORD)).isFalse();
  }
}
