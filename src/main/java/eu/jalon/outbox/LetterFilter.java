package eu.jalon.outbox;

import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which letters a list shows; an absent part does not filter.
 *
 * @param to a person's id or mail address
 */
public record LetterFilter(
    @Nullable LetterStatus status,
    @Nullable String to,
    @Nullable CommitmentRef ref,
    @Nullable LocalDate on) {

  public static LetterFilter none() {
    return new LetterFilter(null, null, null, null);
  }
}
