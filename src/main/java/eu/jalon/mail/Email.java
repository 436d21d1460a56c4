package eu.jalon.mail;

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
 * @param on the day it was planned for; there is one email per person, day and kind
 * @param refs the commitments it was planned about
 * @param kind which of its composer's kinds it is; an email sent again has the kind of the first
 * @param aboutId the id of what an email of its kind is about, 0 where the kind needs none
 * @param attempts how often it was offered to the relay, or could not be composed
 * @param closedAt when it was sent, dropped or given up
 * @param reply the relay's last answer
 * @param notSent why it was closed without being sent
 * @param bouncedAt when another server's report was read that it did not arrive, or not yet
 * @param bounce the status code and the text of that report
 * @param lasting whether it may be sent on a later day than its own
 * @param again absent for an email that was planned, and not sent again by hand
 */
public record Email(
    UUID id,
    PersonId person,
    EmailAddress to,
    LocalDate on,
    String kind,
    long aboutId,
    Language language,
    EmailStatus status,
    String subject,
    List<CommitmentRef> refs,
    int attempts,
    String messageId,
    Instant queuedAt,
    @Nullable Instant closedAt,
    @Nullable String reply,
    @Nullable NotSentReason notSent,
    @Nullable Instant bouncedAt,
    @Nullable String bounce,
    boolean lasting,
    @Nullable Again again) {

  /**
   * That an email is another one sent again.
   *
   * @param of the first of them all, however often it was sent again
   */
  public record Again(UUID of, PersonId by, String why) {}

  public Email {
    refs = List.copyOf(refs);
  }

  /** The email that was planned, where this one sends it again. */
  public Optional<Again> sentAgain() {
    return Optional.ofNullable(again);
  }

  /** Whether it may have reached its reader. */
  public boolean mayHaveArrived() {
    return switch (status) {
      case SENT, UNKNOWN, SUPERSEDED -> true;
      case FAILED -> notSent == NotSentReason.GIVEN_UP;
      case QUEUED, SENDING, RETRY, DROPPED, BOUNCED -> false;
    };
  }
}
