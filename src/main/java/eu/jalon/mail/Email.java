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
 * An e-mail to one person, with its delivery state.
 *
 * @param on the planned day; one e-mail per person, day, kind and subject matter
 * @param refs the commitments it was planned about
 * @param kind a kind defined by the composer; a resend has the kind of the original
 * @param aboutId the id of its subject matter; 0 if the kind has none
 * @param attempts attempts to compose and send it
 * @param closedAt when it was sent, dropped or given up
 * @param reply the last reply of the relay
 * @param notSent why it was closed without being sent
 * @param bouncedAt when a delivery report about a failure or delay was read
 * @param bounce the status code and text of that report
 * @param lasting whether it may be sent on a later day than planned
 * @param resendOf the original e-mail; absent unless this is a resend
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
    @Nullable Resend resendOf) {

  /**
   * Why and by whom an e-mail was sent again.
   *
   * @param original the first e-mail, even if there were other resends
   */
  public record Resend(UUID original, PersonId by, String reason) {}

  public Email {
    refs = List.copyOf(refs);
  }

  /** The original e-mail, if this is a resend. */
  public Optional<Resend> resend() {
    return Optional.ofNullable(resendOf);
  }

  /** Whether it may have reached the recipient. */
  public boolean mayHaveArrived() {
    return switch (status) {
      case SENT, UNKNOWN, SUPERSEDED -> true;
      case FAILED -> notSent == NotSentReason.GIVEN_UP;
      case QUEUED, SENDING, RETRY, DROPPED, BOUNCED -> false;
    };
  }
}
