package eu.jalon.directory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** The room's values that are not components: calendars and the way passwords are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class DirectoryConfiguration {

  @Bean
  WorkingDays workingDays(CalendarProperties properties) {
    return new WorkingDays(properties.bridgingDays());
  }

  /** PBKDF2 with the defaults of Spring Security 5.8 and later: HMAC-SHA-256, 310,000 rounds. */
  @Bean
  PasswordEncoder passwordEncoder() {
    String name = "pbkdf2@SpringSecurity_v5_8";
    return new DelegatingPasswordEncoder(
        name, java.util.Map.of(name, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  }
}
