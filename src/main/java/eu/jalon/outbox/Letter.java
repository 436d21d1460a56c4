package eu.jalon.outbox;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, and what became of it.
 *
 * @param on the day it was planned for; there is one letter per person, day and kind
 * @param refs the commitments it was planned about
 * @param attempts how often it was taken up for sending
 * @param closedAt when it was sent, dropped or given up
 * @param reply the relay's last answer, or why it was not sent
 * @param bouncedAt when another server's report was read that it did not arrive, or not yet
 * @param bounce what that report said
 * @param lasting whether it may be sent on a later day than its own
 * @param again absent for a letter that was planned, and not sent again by hand
 */
public record Letter(
    UUID id,
    PersonId person,
    EmailAddress to,
    LocalDate on,
    String kind,
    Language language,
    LetterStatus status,
    String subject,
    List<CommitmentRef> refs,
    int attempts,
    String messageId,
    Instant queuedAt,
    @Nullable Instant closedAt,
    @Nullable String reply,
    @Nullable Instant bouncedAt,
    @Nullable String bounce,
    boolean lasting,
    @Nullable Again again) {

  private static final char OF = '/';

  /**
   * That a letter is another one sent again.
   *
   * @param of the first of them all, however often it was sent again
   */
  public record Again(UUID of, PersonId by, String why) {}

  public Letter {
    refs = List.copyOf(refs);
  }

  /** The kind of a letter that sends another one again. */
  static String kindAgain(Letter first) {
    return first.kind() + OF + first.id();
  }

  /** What kind of thing it says, whether for the first time or again. */
  public String says() {
    int end = kind.indexOf(OF);
    return end < 0 ? kind : kind.substring(0, end);
  }

  /** The letter that was planned, where this one sends it again. */
  public Optional<Again> sentAgain() {
    return Optional.ofNullable(again);
  }

  /** Whether another server reported for good that it did not arrive. */
  public boolean cameBack() {
    return bounce != null && bounce.startsWith("failed ");
  }

  /** Whether it may have reached its reader. */
  public boolean mayHaveArrived() {
    return switch (status) {
      case UNKNOWN -> true;
      case SENT -> !cameBack();
      case FAILED -> RetryDelay.isExhausted(this) || wasGivenUp();
      default -> false;
    };
  }

  /** Whether it was closed because another one was sent in its place. */
  private boolean wasGivenUp() {
    return reply != null && reply.startsWith(LettersAgain.GIVEN_UP);
  }
}
