package eu.jalon.reminder.email;

import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.EmailTemplates;
import eu.jalon.reminder.wording.EmailText;
import eu.jalon.reminder.wording.QuestionWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words the emails about questions; one that was answered meanwhile is not told any more. */
@Component
class QuestionEmails {

  private final Questions questions;
  private final Commitments commitments;
  private final Directory directory;
  private final PeopleToRemind readers;
  private final QuestionWriter writer;
  private final EmailTemplates templates;
  private final Clock clock;

  QuestionEmails(
      Questions questions,
      Commitments commitments,
      Directory directory,
      PeopleToRemind readers,
      QuestionWriter writer,
      EmailTemplates templates,
      Clock clock) {
    this.questions = questions;
    this.commitments = commitments;
    this.directory = directory;
    this.readers = readers;
    this.writer = writer;
    this.templates = templates;
    this.clock = clock;
  }

  /** What an email says; nothing where its question needs no answer any more. */
  @Transactional(readOnly = true)
  public Optional<ComposedEmail> compose(Email email) {
    boolean asked = EmailKind.of(email) == EmailKind.QUESTION;
    Optional<Person> reader = readers.lately(today()).person(email.person());
    return questions
        .find(email.aboutId())
        .filter(question -> asked == question.answered().isEmpty())
        .filter(question -> reader.filter(person -> sees(person, question)).isPresent())
        .map(
            question -> {
              EmailText digest =
                  writer.write(
                      question,
                      commitments.get(question.ref(), reader.orElseThrow()),
                      reader.orElseThrow(),
                      directory.ministriesByCode(),
                      today());
              return new ComposedEmail(
                  digest.subject(), templates.text(digest), templates.html(digest), null);
            });
  }

  /** Whether the commitment is still his to see: it may have another lead by now. */
  private boolean sees(Person person, Question question) {
    try {
      commitments.get(question.ref(), person);
      return true;
    } catch (ValidationError notAnyMore) {
      return false;
    }
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
