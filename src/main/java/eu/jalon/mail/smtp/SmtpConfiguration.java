package eu.jalon.mail.smtp;

import eu.jalon.mail.mailbox.BounceMailbox;
import eu.jalon.mail.mailbox.BounceMailboxSettings;
import eu.jalon.mail.message.CalendarWriter;
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
 * Configures the relay, which is the one of {@code spring.mail.host} or a folder, and the mailbox
 * of delivery reports.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BounceMailboxSettings.class)
class SmtpConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SmtpConfiguration.class);

  private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

  static {
    // Otherwise JavaMail searches every jar for it, several times per message.
    if (System.getProperty(STREAM_PROVIDER) == null) {
      System.setProperty(STREAM_PROVIDER, MailStreamProvider.class.getName());
    }
  }

  @Bean
  CalendarWriter calendarWriter(SenderSettings settings) {
    return new CalendarWriter(settings);
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
      log.info("E-mails are sent to {}", relay.destination());
      return relay;
    }
    Relay relay = new FolderRelay(settings.folder());
    log.info(
        "spring.mail.host is not set: e-mails are written as .eml files to {}",
        relay.destination());
    return relay;
  }
}
