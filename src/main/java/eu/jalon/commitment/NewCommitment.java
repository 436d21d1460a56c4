package eu.jalon.commitment;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as it is entered.
 *
 * @param source the place in a declaration it comes from, absent for one entered by hand
 * @param closing how it ended, for one that is entered as a matter of record only
 */
public record NewCommitment(
    CommitmentRef ref,
    LocalText title,
    @Nullable LocalText summary,
    Track track,
    Leads owners,
    DeadlineRule deadline,
    @Nullable Source source,
    @Nullable Closing closing) {

  /** The longest title, in characters. */
  public static final int MAX_TITLE = 300;

  /** The text of a declaration that a commitment was made from. */
  public record Source(UUID declaration, String text) {}

  /** The end of a commitment that was over before the register knew it. */
  public record Closing(CommitmentStatus status, LocalDate on) {}

  public NewCommitment {
    title = title.map(text -> bounded(ref, text));
  }

  private static String bounded(CommitmentRef ref, String title) {
    String checked = TextPolicy.SINGLE_LINE.checked("title", title);
    int length = TextPolicy.length(checked);
    if (length > MAX_TITLE) {
      throw ValidationError.invalid("commitment.titleTooLong", ref, length, MAX_TITLE);
    }
    return checked;
  }
}
