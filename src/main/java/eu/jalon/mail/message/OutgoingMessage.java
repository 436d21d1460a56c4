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
    Instant queuedAt) {

  /** Removes characters that {@link TextPolicy} rejects from all texts. */
  public OutgoingMessage {
    subject = HeaderText.of(subject);
    text = cleaned(text);
    html = cleaned(html);
  }

  private static String cleaned(String text) {
    return TextPolicy.MULTI_LINE.accepts(text) ? text : TextPolicy.MULTI_LINE.cleaned(text, " ");
  }
}
