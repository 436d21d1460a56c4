package eu.jalon.api;

import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.NotSentReason;
import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter of the mail journal. */
record LetterView(
    UUID id,
    String to,
    String person,
    LocalDate on,
    String language,
    String kind,
    LetterStatus status,
    String subject,
    List<String> refs,
    int attempts,
    String messageId,
    @Nullable String reply,
    @Nullable NotSentReason notSent,
    @Nullable String bounce,
    @Nullable UUID resendOf) {

  static LetterView of(Letter letter) {
    return new LetterView(
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
        letter.sentAgain().map(Letter.Again::of).orElse(null));
  }
}
