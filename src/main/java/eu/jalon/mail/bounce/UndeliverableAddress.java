package eu.jalon.mail.bounce;

import eu.jalon.shared.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address to which e-mails cannot be delivered.
 *
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}
 * @param diagnostic the latest diagnostic of the server, on one line; may be empty
 * @param since the first failure
 * @param email the last e-mail that failed
 * @param permanent whether further e-mails would fail as well
 */
public record UndeliverableAddress(
    EmailAddress address,
    String status,
    String diagnostic,
    Instant since,
    @Nullable UUID email,
    boolean permanent) {

  private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

  public UndeliverableAddress {
    if (!STATUS.matcher(status).matches()) {
      throw new IllegalArgumentException("Not a status code of a failure (RFC 3463): " + status);
    }
  }
}
