package eu.jalon.mail.message;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, ready to be written down as a message.
 *
 * @param date when it is sent
 * @param queuedAt when it was planned, the same each time it is sent
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
    Instant queuedAt) {}
