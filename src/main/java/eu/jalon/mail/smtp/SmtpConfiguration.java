package eu.jalon.mail.smtp;

import eu.jalon.mail.mailbox.BounceMailbox;
import eu.jalon.mail.mailbox.BounceMailboxSettings;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.SenderSettings;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Decides where emails go: to the relay of {@code spring.mail.host}, else to a folder; and where
 * those that come back are looked for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BounceMailboxSettings.class)
class SmtpConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SmtpConfiguration.class);

  private static final String STREAMS = "jakarta.mail.util.StreamProvider";

  static {
    // Otherwise JavaMail looks into every jar for it, several times for each message it writes.
    if (System.getProperty(STREAMS) == null) {
      System.setProperty(STREAMS, MailStreamProvider.class.getName());
    }
  }

  @Bean
  MessageWriter messageWriter(SenderSettings settings) {
    return new MessageWriter(settings);
  }

  @Bean
  BounceMailbox bounceMailbox(BounceMailboxSettings settings) {
    return new BounceMailbox(settings);
  }

  @Bean
  Relay relay(
      ObjectProvider<JavaMailSenderImpl> senders,
      SenderSettings settings,
      MessageWriter writer,
      RefusedAddresses refused) {
    JavaMailSenderImpl sender = senders.getIfAvailable();
    String host = sender == null ? null : sender.getHost();
    if (sender != null && host != null && !host.isBlank()) {
      Relay relay = new SmtpRelay(sender, refused);
      log.info("Emails go to {}", relay.destination());
      return relay;
    }
    Relay relay = new FolderRelay(settings.folder());
    log.info(
        "No mail host is configured (spring.mail.host): emails are written as .eml files to {}",
        relay.destination());
    return relay;
  }
}
