package eu.jalon.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
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

  /** No database keeps a NUL, and nobody types one. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer textWithoutNul() {
    return json ->
        json.deserializerByType(
            String.class,
            new StringDeserializer() {
              private static final long serialVersionUID = 1L;

              @Override
              public String deserialize(JsonParser parser, DeserializationContext context)
                  throws IOException {
                String text = super.deserialize(parser, context);
                if (text != null && text.indexOf('\0') >= 0) {
                  throw context.weirdStringException("", String.class, "NUL");
                }
                return text;
              }
            });
  }
}
