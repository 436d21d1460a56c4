package eu.jalon.operation.settings;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The English sentence about a wrong setting, for operators. */
public final class SettingSentence {

  private SettingSentence() {}

  /** Returns the message, followed by that of the validation error that caused it, if any. */
  public static String of(InvalidSettingException wrong) {
    String message = String.valueOf(wrong.getMessage());
    return wrong.getCause() instanceof ValidationError error
        ? message + " " + text(error)
        : message;
  }

  private static String text(ValidationError error) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("i18n/errors");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return String.valueOf(
        messages.getMessage(
            "error." + error.key(),
            error.arguments().stream().map(String::valueOf).toArray(),
            String.valueOf(error.getMessage()),
            Locale.ENGLISH));
  }
}
