package eu.jalon.mail.mailbox;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that may be a reply to an e-mail of this application.
 *
 * @param key the same for each copy of the message, at most 64 characters
 * @param emails the ids of the e-mails it refers to, most likely first
 * @param thread the person to whom those e-mails were sent, if it refers to their thread
 * @param subject on one line, without "Re:" and its equivalents; may be empty
 * @param text the whole text, with LF line ends, cut where it is very long; may be empty
 * @param files the number of attached files
 * @param automatic whether a program wrote it, such as an out-of-office notice (RFC 3834)
 * @param sentAt the time in its Date header
 */
public record IncomingReply(
    String key,
    List<UUID> emails,
    Optional<PersonId> thread,
    Optional<EmailAddress> about,
    EmailAddress from,
    String subject,
    String text,
    int files,
    boolean automatic,
    @Nullable Instant sentAt) {

  public IncomingReply {
    emails = List.copyOf(emails);
  }
}
