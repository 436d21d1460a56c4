package eu.jalon.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address: ASCII only, a dotted domain name, no address literal, no quoting (a subset of
 * RFC 5321, section 4.1.2).
 */
public record EmailAddress(String value) {

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9_+&'-]+(\\.[A-Za-z0-9_+&'-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

  public EmailAddress {
    if (!isAddress(value)) {
      throw ValidationError.invalid("person.email", value);
    }
  }

  /** Returns the address, or empty if the text is none. */
  public static Optional<EmailAddress> of(@Nullable String text) {
    return Optional.ofNullable(text).filter(EmailAddress::isAddress).map(EmailAddress::new);
  }

  private static boolean isAddress(String text) {
    return text.length() <= 254 && text.indexOf('@') <= 64 && FORM.matcher(text).matches();
  }

  /** Returns the domain in lower case. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
