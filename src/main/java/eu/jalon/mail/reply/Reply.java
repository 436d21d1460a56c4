package eu.jalon.mail.reply;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply to an e-mail.
 *
 * @param email the e-mail it replies to; null where only its recipient is known
 * @param person the recipient of the e-mail
 * @param from the address that the reply states as its sender, which proves nothing
 * @param text the text that its sender wrote; may be empty
 * @param quoted the text that it quotes, from the first line of the quotation; may be empty
 * @param files the number of files attached to it, which stay in the mailbox
 * @param automatic whether a program wrote it, such as an out-of-office notice
 * @param at the time in its Date header, or else when it was read
 * @param handledBy who has dealt with it; null while it waits
 * @param refs the commitments of the e-mail
 */
public record Reply(
    long id,
    @Nullable UUID email,
    PersonId person,
    String from,
    String subject,
    String text,
    String quoted,
    int files,
    boolean automatic,
    Instant at,
    @Nullable PersonId handledBy,
    @Nullable Instant handledAt,
    List<CommitmentRef> refs) {

  public Reply {
    refs = List.copyOf(refs);
  }

  /** Whether a coordinator has to deal with it. */
  public boolean isOpen() {
    return !automatic && handledBy == null;
  }

  /** Who has dealt with it. */
  public Optional<PersonId> handler() {
    return Optional.ofNullable(handledBy);
  }
}
