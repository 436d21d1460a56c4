package eu.jalon.reminder.email;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.reminder.wording.AlarmWriter;
import eu.jalon.reminder.wording.EmailContent;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.shared.BrusselsTime;
import org.springframework.stereotype.Component;

/**
 * Composes e-mails about faults. They are sent even if the fault is over meanwhile: an
 * administrator should know of a relay that did not answer for an hour.
 */
@Component
class AlarmEmails {

  private final AlarmWriter writer;
  private final EmailTemplates templates;

  AlarmEmails(AlarmWriter writer, EmailTemplates templates) {
    this.writer = writer;
    this.templates = templates;
  }

  /** The e-mail; its sentence is the subject with which it was queued. */
  ComposedEmail compose(Email email) {
    EmailContent content =
        writer.write(
            email.subject(),
            email.language(),
            email.queuedAt().atZone(BrusselsTime.ZONE).toLocalDateTime());
    return new ComposedEmail(
        content.subject(), templates.text(content), templates.html(content), null, null);
  }
}
