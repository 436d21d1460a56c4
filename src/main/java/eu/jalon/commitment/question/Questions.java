package eu.jalon.commitment.question;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions between the lead ministries of a commitment; they do not affect the process or its
 * dates.
 */
@Service
@Transactional
public class Questions {

  /** Maximum number of unanswered questions per commitment. */
  private static final int MAX_UNANSWERED = 10;

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

  /** Puts the unanswered questions to a ministry before the one that it was merged into. */
  public void replaceAsked(MinistryCode from, MinistryCode to) {
    questions.replaceAsked(from, to);
  }

  /**
   * Returns the questions about a commitment, oldest first; rejects one that the person may not
   * see.
   */
  @Transactional(readOnly = true)
  public List<Question> of(CommitmentRef ref, Person person) {
    commitments.get(ref, person);
    return questions.of(ref);
  }

  /**
   * Returns the unanswered questions about several commitments, oldest first; at most ten of each.
   */
  @Transactional(readOnly = true)
  public List<Question> unanswered(Collection<CommitmentRef> refs, Person reader) {
    Viewer.requireCoordinator(reader);
    return refs.isEmpty() ? List.of() : questions.unanswered(refs);
  }

  /** Returns a question with its current answer. */
  @Transactional(readOnly = true)
  public Optional<Question> find(long id) {
    return questions.find(id);
  }

  /**
   * Returns whether the person may ask for their party: members of its lead ministry and its
   * coordinators may.
   */
  public boolean mayAsk(Commitment commitment, Person person) {
    return commitment.status() == CommitmentStatus.IN_PROGRESS
        && person.workplace().filter(own -> represents(commitment, own, person)).isPresent();
  }

  /**
   * Returns whether the person may answer: members of the current lead ministry of the party that
   * was asked, and its coordinators may.
   */
  public boolean mayAnswer(Commitment commitment, Question question, Person person) {
    return person
        .workplace()
        .filter(
            own -> own.party().equals(question.to().party()) && represents(commitment, own, person))
        .isPresent();
  }

  /**
   * Asks the lead ministry of another party, which is notified by e-mail, in the name of the
   * person's ministry.
   *
   * @param to the party that is asked; may be absent where only one other party takes part
   */
  public Question ask(CommitmentRef ref, @Nullable PartyCode to, String text, Person by) {
    rows.lock(ref);
    Commitment commitment = commitments.get(ref, by);
    String checked = FreeText.text("question", text);
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    if (!mayAsk(commitment, by)) {
      throw ValidationError.forbidden("question.leadOnly", ref);
    }
    MinistryCode own = by.workplace().orElseThrow();
    PartyCode other = asked(commitment, own.party(), to);
    if (questions.countUnanswered(ref) >= MAX_UNANSWERED) {
      throw ValidationError.conflict("question.tooMany", MAX_UNANSWERED);
    }
    Question question =
        questions.add(
            new Question(
                0,
                ref,
                own,
                commitment.leads().lead(other),
                checked,
                clock.instant(),
                by.id(),
                null));
    events.publishEvent(new Question.Asked(question));
    return question;
  }

  private static PartyCode asked(Commitment commitment, PartyCode own, @Nullable PartyCode to) {
    List<PartyCode> others = commitment.leads().others(own);
    if (to == null && others.size() == 1) {
      return others.get(0);
    }
    if (to == null || !others.contains(to)) {
      throw ValidationError.invalid("question.party", others);
    }
    return to;
  }

  /** Answers a question; the author of the question is notified by e-mail. */
  public Question answer(long id, String text, Person by) {
    String checked = FreeText.text("answer", text);
    Question question =
        questions.find(id).orElseThrow(() -> ValidationError.notFound("question.unknown", id));
    Commitment commitment = commitments.get(question.ref(), by);
    if (!mayAnswer(commitment, question, by)) {
      throw ValidationError.forbidden("question.notYours", question.to());
    }
    Question.Answer answer = new Question.Answer(checked, clock.instant(), by.id());
    if (!questions.answer(id, answer)) {
      throw ValidationError.conflict("question.answered");
    }
    Question answered =
        new Question(
            id,
            question.ref(),
            question.from(),
            question.to(),
            question.text(),
            question.askedAt(),
            question.askedBy(),
            answer);
    events.publishEvent(new Question.Answered(answered));
    return answered;
  }

  private static boolean represents(Commitment commitment, MinistryCode own, Person person) {
    return commitment.leads().include(own) || person.is(Role.COORDINATOR);
  }
}
