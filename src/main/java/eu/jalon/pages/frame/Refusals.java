package eu.jalon.pages.frame;

import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns a refusal into a sentence of the reader's language and a status of HTTP. */
@Component
public class Refusals {

  private final MessageSource messages;
  private final Words words;

  Refusals(MessageSource messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  public String sentence(Refusal refusal) {
    Object[] arguments = refusal.arguments().stream().map(this::readable).toArray();
    return messages.getMessage(
        "refusal." + refusal.key(), arguments, LocaleContextHolder.getLocale());
  }

  /** The sentence of a refusal on record, of which only the key and the texts are left. */
  public String sentence(String key, List<String> arguments) {
    Object[] values =
        arguments.stream()
            .map(text -> text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text)
            .toArray();
    return messages.getMessage("refusal." + key, values, key, LocaleContextHolder.getLocale());
  }

  private Object readable(Object argument) {
    if (argument instanceof LocalDate day) {
      return words.day(day);
    }
    return argument instanceof Number ? argument : argument.toString();
  }

  static HttpStatus status(Refusal refusal) {
    return switch (refusal.kind()) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    };
  }
}
