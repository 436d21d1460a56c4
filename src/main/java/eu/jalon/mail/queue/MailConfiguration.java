package eu.jalon.mail.queue;

import eu.jalon.mail.message.SenderSettings;
import eu.jalon.shared.EmailAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the sender of e-mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

  @Bean
  SenderSettings mailSettings(MailProperties properties) {
    return new SenderSettings(
        new EmailAddress(properties.from()), properties.fromName(), properties.folder());
  }
}
