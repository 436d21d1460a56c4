package eu.jalon.api.email;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.NotSentReason;
import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An e-mail of the mail journal. */
public record EmailView(
    UUID id,
    String to,
    String person,
    LocalDate on,
    String language,
    String kind,
    EmailStatus status,
    String subject,
    List<String> refs,
    int attempts,
    String messageId,
    @Nullable String reply,
    @Nullable NotSentReason notSent,
    @Nullable String bounce,
    @Nullable UUID resendOf) {

  public static EmailView of(Email email) {
    return new EmailView(
        email.id(),
        email.to().value(),
        email.person().value(),
        email.on(),
        email.language().code(),
        email.kind(),
        email.status(),
        email.subject(),
        email.refs().stream().map(CommitmentRef::value).toList(),
        email.attempts(),
        email.messageId(),
        email.reply(),
        email.notSent(),
        email.bounce(),
        email.resend().map(Email.Resend::original).orElse(null));
  }
}
