package eu.jalon.reminder.wording;

import eu.jalon.directory.PartyNames;
import eu.jalon.directory.Today;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Configures the writers and templates of e-mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
public class WordingConfiguration {

  @Bean
  DigestWriter digestWriter(LinkProperties links) {
    return new DigestWriter(emailMessages(), links);
  }

  @Bean
  ManualReminderWriter manualReminderWriter(DigestWriter digests) {
    return new ManualReminderWriter(emailMessages(), digests);
  }

  @Bean
  ProposalWriter proposalWriter(LinkProperties links, PartyNames parties, Today today) {
    return new ProposalWriter(emailMessages(), links, parties, today);
  }

  @Bean
  DeadlineEvents deadlineEvents(LinkProperties links) {
    return new DeadlineEvents(emailMessages(), links);
  }

  @Bean
  QuestionWriter questionWriter(LinkProperties links, Today today) {
    return new QuestionWriter(emailMessages(), links, today);
  }

  @Bean
  PasswordWriter passwordWriter(LinkProperties links) {
    return new PasswordWriter(emailMessages(), links);
  }

  @Bean
  AlarmWriter alarmWriter(LinkProperties links) {
    return new AlarmWriter(emailMessages(), links);
  }

  @Bean
  EmailTemplates emailTemplates() {
    return new EmailTemplates();
  }

  /**
   * The message bundles of e-mails, with French as the default. Not a bean: the message source bean
   * is that of the pages.
   */
  public static MessageSource emailMessages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("i18n/emails", "i18n/terms");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
