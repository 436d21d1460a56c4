package eu.jalon.outbox;

import eu.jalon.outbox.smtp.MailSettings;
import eu.jalon.shared.EmailAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's values: in whose name letters go out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class OutboxConfiguration {

  @Bean
  MailSettings mailSettings(MailProperties properties) {
    return new MailSettings(
        new EmailAddress(properties.from()), properties.fromName(), properties.folder());
  }
}
