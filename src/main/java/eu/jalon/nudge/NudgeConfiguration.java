package eu.jalon.nudge;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The room's values: how letters are worded and laid out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
class NudgeConfiguration {

  @Bean
  DigestWriter digestWriter(LinkProperties links) {
    return new DigestWriter(letterMessages(), links);
  }

  @Bean
  HandWriter handWriter(DigestWriter digests) {
    return new HandWriter(letterMessages(), digests);
  }

  @Bean
  QuestionWriter questionWriter(LinkProperties links) {
    return new QuestionWriter(letterMessages(), links);
  }

  @Bean
  LetterTemplates letterTemplates() {
    return new LetterTemplates();
  }

  /**
   * The letters' own bundle and the register's terms, French at their base; no bean, since the
   * pages have one of their own.
   */
  static MessageSource letterMessages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("i18n/letters", "i18n/terms");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
