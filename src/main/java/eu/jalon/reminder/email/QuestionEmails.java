package eu.jalon.reminder.email;

import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.QuestionWriter;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes e-mails about questions and answers. */
@Component
class QuestionEmails {

  private final Questions questions;
  private final Commitments commitments;
  private final Directory directory;
  private final RecipientDirectory recipientDirectory;
  private final QuestionWriter writer;
  private final EmailTemplates templates;
  private final Today today;
  private final Clock clock;

  QuestionEmails(
      Questions questions,
      Commitments commitments,
      Directory directory,
      RecipientDirectory recipientDirectory,
      QuestionWriter writer,
      EmailTemplates templates,
      Today today,
      Clock clock) {
    this.questions = questions;
    this.commitments = commitments;
    this.directory = directory;
    this.recipientDirectory = recipientDirectory;
    this.writer = writer;
    this.templates = templates;
    this.today = today;
    this.clock = clock;
  }

  /** The e-mail; empty if the question is answered already or not visible to the recipient. */
  @Transactional(readOnly = true)
  public Optional<ComposedEmail> compose(Email email) {
    boolean asked = EmailKind.of(email) == EmailKind.QUESTION;
    return recipientDirectory
        .on(today())
        .person(email.person())
        .flatMap(
            person ->
                questions
                    .find(email.aboutId())
                    .filter(question -> asked == question.answered().isEmpty())
                    .flatMap(question -> compose(question, person)));
  }

  private Optional<ComposedEmail> compose(Question question, Person recipient) {
    // Empty once the recipient lost access because its lead changed.
    return commitments
        .find(question.ref(), recipient)
        .map(
            commitment ->
                writer.write(
                    question,
                    commitment,
                    recipient,
                    directory.ministriesByCode(),
                    today.of(recipient)))
        .map(
            content ->
                new ComposedEmail(
                    content.subject(), templates.text(content), templates.html(content), null));
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
