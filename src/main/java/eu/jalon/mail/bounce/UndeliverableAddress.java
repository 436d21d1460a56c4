package eu.jalon.mail.bounce;

import eu.jalon.shared.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that no letter reaches.
 *
 * @param status an enhanced status code (RFC 3463), as in {@code 5.1.1}
 * @param diagnostic the refusing server's words, the latest, on one line; may be empty
 * @param since when it was refused first
 * @param letter the letter that was refused last
 * @param permanent whether another letter would fare no better
 */
public record UndeliverableAddress(
    EmailAddress address,
    String status,
    String diagnostic,
    Instant since,
    @Nullable UUID letter,
    boolean permanent) {

  private static final Pattern STATUS = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

  public UndeliverableAddress {
    if (!STATUS.matcher(status).matches()) {
      throw new IllegalArgumentException("Not the status of a failure (RFC 3463): " + status);
    }
  }
}
