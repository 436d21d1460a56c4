package eu.jalon.commitment.question;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question of one lead ministry of a commitment to the other, and its answer. */
public record Question(
    long id,
    CommitmentRef ref,
    MinistryCode from,
    MinistryCode to,
    String text,
    Instant askedAt,
    PersonId askedBy,
    @Nullable Answer answer) {

  /** The text, time and author of an answer. */
  public record Answer(String text, Instant at, PersonId by) {}

  public Optional<Answer> answered() {
    return Optional.ofNullable(answer);
  }

  /** Event published in the transaction that stores a question. */
  public record Asked(Question question) {}

  /** Event published in the transaction that stores an answer. */
  public record Answered(Question question) {}
}
