package eu.jalon.mail.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enhanced mail system status codes (RFC 3463), as in {@code 5.1.1}. */
public final class EnhancedStatus {

  private static final Pattern FIELD =
      Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]).*", Pattern.DOTALL);
  private static final Pattern REPLY =
      Pattern.compile("\\s*\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]).*", Pattern.DOTALL);

  private EnhancedStatus() {}

  /** The code in a {@code Status} field (RFC 3464, 2.3.4). */
  public static Optional<String> ofField(String value) {
    return first(FIELD, value);
  }

  /** The code after the SMTP reply code (RFC 2034, 4). */
  public static Optional<String> ofReply(String reply) {
    return first(REPLY, reply);
  }

  /** Whether a code is about the sender's address (RFC 3463, 3.2). */
  public static boolean isAboutSender(String status) {
    return status.equals("5.1.7") || status.equals("5.1.8");
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
