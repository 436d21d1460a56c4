package eu.jalon.mail.message;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.TextPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of a message to one person.
 *
 * @param date the date of this attempt
 * @param queuedAt when the e-mail was queued, the same for each attempt
 * @param secret a part of both texts that is sent but not stored
 */
public record OutgoingMessage(
    UUID id,
    PersonId person,
    EmailAddress to,
    LocalDate on,
    Language language,
    String subject,
    String text,
    String html,
    Instant date,
    @Nullable CalendarFile calendar,
    Instant queuedAt,
    @Nullable String secret) {

  /** Shown in the place of a secret. */
  private static final String HIDDEN = "***";

  /** Removes characters that {@link TextPolicy} rejects from all texts. */
  public OutgoingMessage {
    subject = HeaderText.of(subject);
    text = cleaned(text);
    html = cleaned(html);
  }

  private static String cleaned(String text) {
    return TextPolicy.MULTI_LINE.accepts(text) ? text : TextPolicy.MULTI_LINE.cleaned(text, " ");
  }

  /** The message as it is stored: the secret is replaced by asterisks. */
  OutgoingMessage withoutSecret() {
    return secret == null
        ? this
        : new OutgoingMessage(
            id,
            person,
            to,
            on,
            language,
            subject,
            text.replace(secret, HIDDEN),
            html.replace(secret, HIDDEN),
            date,
            calendar,
            queuedAt,
            null);
  }
}
