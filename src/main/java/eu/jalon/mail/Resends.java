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
 * Queues resends at the request of coordinators: new e-mails with their own Message-ID, linked to
 * the original, at most one a day.
 */
@Service
@Transactional(readOnly = true)
public class Resends {

  private final JdbcEmails emails;
  private final JdbcResends resends;
  private final MessageWriter writer;
  private final Clock clock;

  Resends(JdbcEmails emails, JdbcResends resends, MessageWriter writer, Clock clock) {
    this.emails = emails;
    this.resends = resends;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * The original and its resends, given the id of any of them.
   *
   * @throws ValidationError if it does not exist
   */
  public List<Email> all(UUID id) {
    return resends.all(original(id));
  }

  /** As {@link #all}; locks the original until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Email> lock(UUID id) {
    UUID original = original(id);
    resends.lock(original);
    return resends.all(original);
  }

  /** The recipient address, language and day of a resend. */
  public record Target(EmailAddress to, Language language, LocalDate on) {}

  /**
   * Queues a resend. An e-mail in the state UNKNOWN is superseded, so that it is not sent as well.
   *
   * @param all the result of {@link #lock}
   * @throws ValidationError if there is a resend of today, or an attempt is in progress
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Email put(List<Email> all, Target target, PersonId by, String reason) {
    Email original = all.get(0);
    NewEmail email =
        new NewEmail(
            original.person(),
            target.to(),
            target.on(),
            original.kind(),
            original.aboutId(),
            target.language(),
            original.subject(),
            original.refs(),
            Duration.ZERO,
            original.lasting(),
            new Email.Resend(original.id(), by, reason));
    UUID id = UUID.randomUUID();
    if (emails.insert(Map.of(id, email), writer::messageId, clock.instant()).isEmpty()) {
      throw ValidationError.conflict("email.againToday");
    }
    for (Email earlier : all) {
      if (earlier.status() == EmailStatus.UNKNOWN
          && !resends.supersede(earlier.id(), clock.instant())) {
        throw ValidationError.conflict("email.onItsWay");
      }
    }
    return emails.find(id).orElseThrow();
  }

  private UUID original(UUID id) {
    Email email = emails.find(id).orElseThrow(() -> ValidationError.notFound("email.unknown", id));
    return email.resend().map(Email.Resend::original).orElse(email.id());
  }
}
