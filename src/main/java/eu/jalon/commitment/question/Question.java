package eu.jalon.commitment.question;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one lead ministry of a commitment asks the other, and what that one answered. */
public record Question(
    long id,
    CommitmentRef ref,
    MinistryCode from,
    MinistryCode to,
    String text,
    Instant askedAt,
    PersonId askedBy,
    @Nullable Answer answer) {

  /** What was answered, when and by whom. */
  public record Answer(String text, Instant at, PersonId by) {}

  public Optional<Answer> answered() {
    return Optional.ofNullable(answer);
  }

  /** It was asked; told in the transaction that keeps it. */
  public record Asked(Question question) {}

  /** It was answered; told in the transaction that keeps the answer. */
  public record Answered(Question question) {}
}
