package eu.jalon.api.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
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
import java.util.function.Function;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Conversion of identifiers and dates in paths, query parameters and JSON. */
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

  /** Reads identifiers in JSON from plain strings. */
  @Bean
  static Jackson2ObjectMapperBuilderCustomizer identifiers() {
    return json -> {
      json.deserializerByType(
          MinistryCode.class, identifier(MinistryCode.class, MinistryCode::new));
      json.deserializerByType(PersonId.class, identifier(PersonId.class, PersonId::new));
    };
  }

  private static <T> FromStringDeserializer<T> identifier(
      Class<T> type, Function<String, T> constructor) {
    return new FromStringDeserializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      protected T _deserialize(String text, DeserializationContext context) {
        return constructor.apply(text);
      }
    };
  }

  /** Parses dates in JSON like those in query parameters. */
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

  /** Rejects NUL characters, which PostgreSQL cannot store. */
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
