package eu.jalon.nudge;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.outbox.ComposedLetter;
import eu.jalon.outbox.Letter;
import eu.jalon.register.Commitments;
import eu.jalon.register.Question;
import eu.jalon.register.Questions;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words the letters about questions; one that was answered meanwhile is not told any more. */
@Component
class QuestionLetters {

  private final Questions questions;
  private final Commitments commitments;
  private final Directory directory;
  private final Readers readers;
  private final QuestionWriter writer;
  private final LetterTemplates templates;
  private final Clock clock;

  QuestionLetters(
      Questions questions,
      Commitments commitments,
      Directory directory,
      Readers readers,
      QuestionWriter writer,
      LetterTemplates templates,
      Clock clock) {
    this.questions = questions;
    this.commitments = commitments;
    this.directory = directory;
    this.readers = readers;
    this.writer = writer;
    this.templates = templates;
    this.clock = clock;
  }

  /** What a letter says; nothing where its question needs no answer any more. */
  @Transactional(readOnly = true)
  public Optional<ComposedLetter> compose(Letter letter) {
    boolean asked = LetterKind.of(letter) == LetterKind.QUESTION;
    Optional<Person> reader = readers.lately(today()).person(letter.person());
    return questions
        .find(letter.aboutId())
        .filter(question -> asked == question.answered().isEmpty())
        .filter(question -> reader.filter(person -> sees(person, question)).isPresent())
        .map(
            question -> {
              Digest digest =
                  writer.write(
                      question,
                      commitments.get(question.ref(), reader.orElseThrow()),
                      reader.orElseThrow(),
                      directory.ministriesByCode(),
                      today());
              return new ComposedLetter(
                  digest.subject(), templates.text(digest), templates.html(digest), null);
            });
  }

  /** Whether the commitment is still his to see: it may have another lead by now. */
  private boolean sees(Person person, Question question) {
    try {
      commitments.get(question.ref(), person);
      return true;
    } catch (Refusal notAnyMore) {
      return false;
    }
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
