package eu.jalon.outbox;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    boolean lasting) {

  public Letter {
    refs = List.copyOf(refs);
  }
}
