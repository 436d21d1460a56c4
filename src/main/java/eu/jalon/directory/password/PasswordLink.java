package eu.jalon.directory.password;

import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets a person set a password once.
 *
 * @param askedBy who invited the person; absent for a forgotten password
 * @param expiresAt absent until the e-mail is composed
 * @param usedAt when a password was set with this link or another one of the person
 */
public record PasswordLink(
    long id,
    PersonId person,
    Purpose purpose,
    Instant askedAt,
    @Nullable PersonId askedBy,
    @Nullable Instant expiresAt,
    @Nullable Instant usedAt) {

  /** How long a link is valid after its e-mail was composed. */
  public static final Duration VALIDITY = Duration.ofDays(3);

  /** Why a link is sent. */
  public enum Purpose {
    INVITATION,
    FORGOTTEN
  }

  /** Whether the e-mail of the link is still to be sent: not used, and asked for recently. */
  boolean isSendable(Instant now) {
    return usedAt == null && now.isBefore(askedAt.plus(VALIDITY));
  }

  /** Whether the link still sets a password. */
  boolean isValid(Instant now) {
    return usedAt == null && expiresAt != null && now.isBefore(expiresAt);
  }
}
