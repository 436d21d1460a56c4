package eu.jalon.reminder.email;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Today;
import eu.jalon.directory.password.PasswordLink;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.reminder.wording.EmailContent;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.PasswordWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Composes e-mails with a link for setting a password. The link gets its token when the e-mail is
 * sent; the stored message does not contain it.
 */
@Component
class PasswordEmails {

  /** In the place of the token of an e-mail that is only displayed. */
  private static final String NO_TOKEN = "***";

  private final PasswordLinks links;
  private final Directory directory;
  private final PasswordWriter writer;
  private final EmailTemplates templates;
  private final Today today;

  PasswordEmails(
      PasswordLinks links,
      Directory directory,
      PasswordWriter writer,
      EmailTemplates templates,
      Today today) {
    this.links = links;
    this.directory = directory;
    this.writer = writer;
    this.templates = templates;
    this.today = today;
  }

  /** The e-mail; empty if the link was used, is too old, or its account is closed. */
  Optional<ComposedEmail> compose(Email email, EmailComposer.Purpose purpose) {
    return purpose == EmailComposer.Purpose.SENDING
        ? links.issue(email.aboutId()).map(issued -> compose(issued, issued.token()))
        : links.preview(email.aboutId(), NO_TOKEN).map(issued -> compose(issued, null));
  }

  private ComposedEmail compose(PasswordLinks.Issued issued, @Nullable String secret) {
    LocalDate day = today.of(issued.person());
    EmailContent content =
        writer.write(
            issued.person(),
            issued.link().purpose(),
            issued.token(),
            day,
            day.plusDays(PasswordLink.VALIDITY.toDays()),
            directory.ministriesByCode());
    return new ComposedEmail(
        content.subject(), templates.text(content), templates.html(content), null, secret);
  }
}
