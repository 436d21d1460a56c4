package eu.jalon.api.commitment;

import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.directory.ReaderZone;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions between the parties of a commitment. */
@RestController
@RequestMapping("/api")
public class QuestionsApi {

  private final Questions questions;

  QuestionsApi(Questions questions) {
    this.questions = questions;
  }

  /** A question; the answer is null until it is answered. */
  public record QuestionView(
      long id,
      String ref,
      String from,
      String to,
      String text,
      Instant askedAt,
      LocalDate askedOn,
      @Nullable String answer,
      @Nullable Instant answeredAt) {

    public static QuestionView of(Question question) {
      Question.Answer answer = question.answered().orElse(null);
      return new QuestionView(
          question.id(),
          question.ref().value(),
          question.from().value(),
          question.to().value(),
          question.text(),
          question.askedAt(),
          ReaderZone.day(question.askedAt()),
          answer == null ? null : answer.text(),
          answer == null ? null : answer.at());
    }
  }

  /**
   * A question.
   *
   * @param to the party that is asked; may be absent where only one other party takes part
   */
  record NewQuestion(@Nullable String text, @Nullable PartyCode to) {}

  /** The text of an answer. */
  record QuestionText(@Nullable String text) {

    String orEmpty() {
      return Objects.requireNonNullElse(text, "");
    }
  }

  @GetMapping("/commitments/{ref}/questions")
  public List<QuestionView> of(@PathVariable CommitmentRef ref, Person reader) {
    return questions.of(ref, reader).stream().map(QuestionView::of).toList();
  }

  /** Asks the other party's lead ministry, which is notified by e-mail. */
  @PostMapping("/commitments/{ref}/questions")
  @ResponseStatus(HttpStatus.CREATED)
  QuestionView ask(@PathVariable CommitmentRef ref, @RequestBody NewQuestion question, Person by) {
    String text = Objects.requireNonNullElse(question.text(), "");
    return QuestionView.of(questions.ask(ref, question.to(), text, by));
  }

  @PostMapping("/questions/{id}/answer")
  QuestionView answer(@PathVariable long id, @RequestBody QuestionText answer, Person by) {
    return QuestionView.of(questions.answer(id, answer.orEmpty(), by));
  }
}
