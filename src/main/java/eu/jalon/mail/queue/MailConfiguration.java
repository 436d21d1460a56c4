package eu.jalon.mail.queue;

import eu.jalon.mail.message.SenderSettings;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.ValidationError;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the sender of e-mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

  @Bean
  SenderSettings mailSettings(MailProperties properties) {
    String replyTo = properties.replyTo();
    return new SenderSettings(
        address("from", properties.from()),
        properties.fromName(),
        replyTo.isBlank() ? null : address("reply-to", replyTo),
        properties.folder());
  }

  private static EmailAddress address(String property, String address) {
    try {
      return new EmailAddress(address);
    } catch (ValidationError wrong) {
      throw new InvalidSettingException(
          "jalon.mail.%s is %s: it must be an e-mail address such as jalon@example.org."
              .formatted(property, address));
    }
  }
}
