package eu.jalon.commitment.question;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions between the two sides of a commitment. They change no date and hold up nothing. */
@Service
@Transactional
public class Questions {

  /** So many may wait for an answer at a time. */
  private static final int MOST_OPEN = 10;

  private final JdbcQuestions questions;
  private final JdbcCommitments rows;
  private final Commitments commitments;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Questions(
      JdbcQuestions questions,
      JdbcCommitments rows,
      Commitments commitments,
      ApplicationEventPublisher events,
      Clock clock) {
    this.questions = questions;
    this.rows = rows;
    this.commitments = commitments;
    this.events = events;
    this.clock = clock;
  }

  /** All that was asked about a commitment, oldest first; refuses one that is not his to see. */
  @Transactional(readOnly = true)
  public List<Question> of(CommitmentRef ref, Person person) {
    commitments.get(ref, person);
    return questions.of(ref);
  }

  /** What of several commitments waits for an answer, earliest first; at most ten of each. */
  @Transactional(readOnly = true)
  public List<Question> unanswered(Collection<CommitmentRef> refs, Person reader) {
    Viewer.requireCoordinator(reader);
    return refs.isEmpty() ? List.of() : questions.unanswered(refs);
  }

  /** One question as it stands now. */
  @Transactional(readOnly = true)
  public Optional<Question> find(long id) {
    return questions.find(id);
  }

  /** Whether he may ask in his side's name: its lead ministry and its coordinators may. */
  public boolean mayAsk(Commitment commitment, Person person) {
    return commitment.status() == CommitmentStatus.IN_PROGRESS
        && person.workplace().filter(own -> speaksFor(commitment, own, person)).isPresent();
  }

  /**
   * Whether he may answer: the lead ministry of the country that was asked, which may have changed
   * since, and that country's coordinators may.
   */
  public boolean mayAnswer(Commitment commitment, Question question, Person person) {
    return person
        .workplace()
        .filter(
            own -> own.country() == question.to().country() && speaksFor(commitment, own, person))
        .isPresent();
  }

  /** Asks the lead ministry of the other side; it hears by mail. */
  public Question ask(CommitmentRef ref, String text, Person by) {
    rows.lock(ref);
    Commitment commitment = commitments.get(ref, by);
    String asked = FreeText.text("question", text);
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    if (!mayAsk(commitment, by)) {
      throw ValidationError.forbidden("question.leadOnly", ref);
    }
    Country own = by.workplace().map(MinistryCode::country).orElseThrow();
    Country other = own == Country.BE ? Country.FR : Country.BE;
    if (questions.open(ref) >= MOST_OPEN) {
      throw ValidationError.conflict("question.tooMany", MOST_OPEN);
    }
    Question question =
        questions.add(
            new Question(
                0,
                ref,
                commitment.owners().lead(own),
                commitment.owners().lead(other),
                asked,
                clock.instant(),
                by.id(),
                null));
    events.publishEvent(new Question.Asked(question));
    return question;
  }

  /** Answers a question; whoever asked hears by mail. */
  public Question answer(long id, String text, Person by) {
    String answered = FreeText.text("answer", text);
    Question question =
        questions.find(id).orElseThrow(() -> ValidationError.notFound("question.unknown", id));
    Commitment commitment = commitments.get(question.ref(), by);
    if (!mayAnswer(commitment, question, by)) {
      throw ValidationError.forbidden("question.notYours", question.to());
    }
    Question.Answer answer = new Question.Answer(answered, clock.instant(), by.id());
    if (!questions.answer(id, answer)) {
      throw ValidationError.conflict("question.answered");
    }
    Question told =
        new Question(
            id,
            question.ref(),
            question.from(),
            question.to(),
            question.text(),
            question.askedAt(),
            question.askedBy(),
            answer);
    events.publishEvent(new Question.Answered(told));
    return told;
  }

  private static boolean speaksFor(Commitment commitment, MinistryCode own, Person person) {
    return commitment.owners().lead(own.country()).equals(own) || person.is(Role.COORDINATOR);
  }
}
