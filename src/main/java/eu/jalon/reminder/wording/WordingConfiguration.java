package eu.jalon.reminder.wording;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The room's values: how emails are worded and laid out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
public class WordingConfiguration {

  @Bean
  DigestWriter digestWriter(LinkProperties links) {
    return new DigestWriter(emailMessages(), links);
  }

  @Bean
  ManualReminderWriter handWriter(DigestWriter digests) {
    return new ManualReminderWriter(emailMessages(), digests);
  }

  @Bean
  QuestionWriter questionWriter(LinkProperties links) {
    return new QuestionWriter(emailMessages(), links);
  }

  @Bean
  EmailTemplates emailTemplates() {
    return new EmailTemplates();
  }

  /**
   * The emails' own bundle and the register's terms, French at their base; no bean, since the pages
   * have one of their own.
   */
  public static MessageSource emailMessages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("i18n/emails", "i18n/terms");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
