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

  private static final int LONGEST = 4000;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final InternetHeaders fields;

  StatusFields(InternetHeaders fields) {
    this.fields = fields;
  }

  /** What they say; empty where they are not a recipient's, or miss what the standard demands. */
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
                addresses, action.get(), status.get(), typed(value("Diagnostic-Code"))));
  }

  /** The id that the email was sent under (RFC 3461, 4.4), where the group names one of ours. */
  Optional<UUID> envelope() {
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
    String cut = value.substring(0, Math.min(value.length(), LONGEST));
    // The library reads each octet as a character; servers write UTF-8 (RFC 6533).
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
  private static String typed(String value) {
    return value.substring(value.indexOf(';') + 1).strip();
  }

  private static String address(String value) {
    String address = typed(value);
    boolean bracketed = address.startsWith("<") && address.endsWith(">");
    return (bracketed ? address.substring(1, address.length() - 1) : address)
        .toLowerCase(Locale.ROOT);
  }

  /** The first word: some servers add a comment. */
  private static Optional<DeliveryReport.Action> action(String value) {
    String word = value.split("[\\s(;]", 2)[0].toLowerCase(Locale.ROOT);
    for (DeliveryReport.Action each : DeliveryReport.Action.values()) {
      if (each.key().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
