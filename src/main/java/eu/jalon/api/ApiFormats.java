package eu.jalon.api;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.PersonId;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The values of the house as they stand in paths and query strings. */
@Configuration(proxyBeanMethods = false)
class ApiFormats implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, CommitmentRef.class, CommitmentRef::new);
    formats.addConverter(String.class, MinistryCode.class, MinistryCode::new);
    formats.addConverter(String.class, OriginId.class, OriginId::new);
    formats.addConverter(String.class, PersonId.class, PersonId::new);
  }
}
