package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.EnhancedStatus;
import eu.jalon.mail.message.HeaderText;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A group of fields in a delivery status notification (RFC 3464, 2.2 and 2.3). */
final class StatusFields {

  private static final int MAX_LENGTH = 4000;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final InternetHeaders fields;

  StatusFields(InternetHeaders fields) {
    this.fields = fields;
  }

  /**
   * The result for a recipient; empty if these are not a recipient's fields, or some are missing.
   */
  Optional<DeliveryReport.Recipient> recipient() {
    Optional<DeliveryReport.Action> action = action(value("Action"));
    Optional<String> status = EnhancedStatus.ofField(value("Status"));
    Set<String> addresses = new HashSet<>();
    addresses.add(address(value("Original-Recipient")));
    addresses.add(address(value("Final-Recipient")));
    addresses.remove("");
    return action.isEmpty() || status.isEmpty() || addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DeliveryReport.Recipient(
                addresses, action.get(), status.get(), withoutType(value("Diagnostic-Code"))));
  }

  /** The e-mail id in {@code Original-Envelope-Id} (RFC 3461, 4.4), if it is one. */
  Optional<UUID> envelopeId() {
    try {
      return Optional.of(UUID.fromString(value("Original-Envelope-Id")));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private String value(String name) {
    @Nullable String value = fields.getHeader(name, null);
    if (value == null) {
      return "";
    }
    String cut = value.substring(0, Math.min(value.length(), MAX_LENGTH));
    // JavaMail decodes each octet as a character; servers write UTF-8 (RFC 6533).
    String text = new String(cut.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String line = MimeUtility.unfold(text);
    try {
      return oneLine(MimeUtility.decodeText(line));
    } catch (UnsupportedEncodingException e) {
      return oneLine(line);
    }
  }

  private static String oneLine(String text) {
    return SPACES.matcher(HeaderText.of(text)).replaceAll(" ");
  }

  /** The part after the type, as in {@code smtp; 550 5.1.1 ...} or {@code rfc822; a@b.example}. */
  private static String withoutType(String value) {
    return value.substring(value.indexOf(';') + 1).strip();
  }

  private static String address(String value) {
    String address = withoutType(value);
    boolean bracketed = address.startsWith("<") && address.endsWith(">");
    return (bracketed ? address.substring(1, address.length() - 1) : address)
        .toLowerCase(Locale.ROOT);
  }

  /** Only the first token: some servers add a comment. */
  private static Optional<DeliveryReport.Action> action(String value) {
    String token = value.split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT);
    for (DeliveryReport.Action action : DeliveryReport.Action.values()) {
      if (action.key().equals(token)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
