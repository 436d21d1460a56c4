package eu.jalon.api.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.IsoDay;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The values of the house as they stand in paths and query strings. */
@Configuration(proxyBeanMethods = false)
class ApiFormatConfiguration implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, CommitmentRef.class, CommitmentRef::new);
    formats.addConverter(String.class, MinistryCode.class, MinistryCode::new);
    formats.addConverter(String.class, MeetingId.class, MeetingId::new);
    formats.addConverter(String.class, PersonId.class, PersonId::new);
    formats.addConverter(
        String.class, LocalDate.class, text -> text.isBlank() ? null : IsoDay.parse(text));
  }

  /** Days are read by the same rule wherever they stand. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer days() {
    return json ->
        json.deserializerByType(
            LocalDate.class,
            new LocalDateDeserializer(DateTimeFormatter.ISO_LOCAL_DATE) {
              private static final long serialVersionUID = 1L;

              @Override
              public LocalDate deserialize(JsonParser parser, DeserializationContext context)
                  throws IOException {
                return parser.hasToken(JsonToken.VALUE_STRING)
                    ? IsoDay.parse(parser.getText())
                    : super.deserialize(parser, context);
              }
            });
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
