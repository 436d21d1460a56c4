package eu.jalon.api.email;

import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.NotSentReason;
import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter of the mail journal. */
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

  public static EmailView of(Email letter) {
    return new EmailView(
        letter.id(),
        letter.to().value(),
        letter.person().value(),
        letter.on(),
        letter.language().code(),
        letter.kind(),
        letter.status(),
        letter.subject(),
        letter.refs().stream().map(CommitmentRef::value).toList(),
        letter.attempts(),
        letter.messageId(),
        letter.reply(),
        letter.notSent(),
        letter.bounce(),
        letter.sentAgain().map(Email.Again::of).orElse(null));
  }
}
