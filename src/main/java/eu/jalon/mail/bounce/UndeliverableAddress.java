package eu.jalon.mail.bounce;

import eu.jalon.shared.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that no email reaches.
 *
 * @param status an enhanced status code (RFC 3463), as in {@code 5.1.1}
 * @param diagnostic the refusing server's words, the latest, on one line; may be empty
 * @param since when it was refused first
 * @param email the email that was refused last
 * @param permanent whether another email would fare no better
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
      throw new IllegalArgumentException("Not the status of a failure (RFC 3463): " + status);
    }
  }
}
