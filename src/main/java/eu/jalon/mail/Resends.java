package eu.jalon.mail;

import eu.jalon.mail.message.MessageWriter;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emails that are sent again by hand: each an email of its own with its own Message-ID, linked to
 * the first, once a day at most. What it says is composed when it is sent, like any other's.
 */
@Service
@Transactional(readOnly = true)
public class Resends {

  private final JdbcEmails emails;
  private final JdbcResends again;
  private final MessageWriter writer;
  private final Clock clock;

  Resends(JdbcEmails emails, JdbcResends again, MessageWriter writer, Clock clock) {
    this.emails = emails;
    this.again = again;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * An email and whatever sent it again, the first one first; the same for each of them. Refuses
   * one that does not exist.
   */
  public List<Email> all(UUID id) {
    return again.all(first(id));
  }

  /** The same, while nobody else can send it again until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Email> hold(UUID id) {
    UUID first = first(id);
    again.lock(first);
    return again.all(first);
  }

  /** Where and when an email goes, this time. */
  public record Anew(EmailAddress to, Language language, LocalDate on) {}

  /**
   * Queues the email again. One whose answer was lost is superseded, so that it is not sent beside
   * the new one. Refuses a second time on a day, and one that is being sent right now.
   *
   * @param all what {@link #hold} answered
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Email put(List<Email> all, Anew anew, PersonId by, String why) {
    Email first = all.get(0);
    NewEmail email =
        new NewEmail(
            first.person(),
            anew.to(),
            anew.on(),
            first.kind(),
            first.aboutId(),
            anew.language(),
            first.subject(),
            first.refs(),
            Duration.ZERO,
            first.lasting(),
            new Email.Again(first.id(), by, why));
    UUID id = UUID.randomUUID();
    if (emails.insert(Map.of(id, email), writer::messageId, clock.instant()).isEmpty()) {
      throw ValidationError.conflict("email.againToday");
    }
    for (Email earlier : all) {
      if (earlier.status() == EmailStatus.UNKNOWN
          && !again.supersede(earlier.id(), clock.instant())) {
        throw ValidationError.conflict("email.onItsWay");
      }
    }
    return emails.find(id).orElseThrow();
  }

  private UUID first(UUID id) {
    Email email = emails.find(id).orElseThrow(() -> ValidationError.notFound("email.unknown", id));
    return email.sentAgain().map(Email.Again::of).orElse(email.id());
  }
}
