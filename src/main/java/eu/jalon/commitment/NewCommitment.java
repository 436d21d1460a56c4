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
 * A commitment to be entered in the register.
 *
 * @param source the passage of a declaration, absent for a commitment entered by hand
 * @param closing the final status, for a commitment that is entered for the record only
 * @param restricted whether it is restricted; absent for the default of its theme or series
 */
public record NewCommitment(
    CommitmentRef ref,
    LocalText title,
    @Nullable LocalText summary,
    Track track,
    Leads leads,
    DeadlineRule deadline,
    @Nullable Source source,
    @Nullable Closing closing,
    @Nullable Boolean restricted) {

  /** Maximum length of a title in code points. */
  public static final int MAX_TITLE = 300;

  /** The passage of a declaration from which a commitment was created. */
  public record Source(UUID declaration, String text) {}

  /** The final status and closing day of a commitment that ended before it was entered. */
  public record Closing(CommitmentStatus status, LocalDate on) {}

  /** A commitment with the default restriction of its series. */
  public NewCommitment(
      CommitmentRef ref,
      LocalText title,
      @Nullable LocalText summary,
      Track track,
      Leads leads,
      DeadlineRule deadline,
      @Nullable Source source,
      @Nullable Closing closing) {
    this(ref, title, summary, track, leads, deadline, source, closing, null);
  }

  public NewCommitment {
    title = checkedTitle(ref, title);
  }

  /**
   * Returns the title as it would be kept.
   *
   * @throws ValidationError {@code commitment.titleTooLong}, or that of {@link
   *     TextPolicy#SINGLE_LINE}
   */
  public static LocalText checkedTitle(CommitmentRef ref, LocalText title) {
    return title.map(text -> bounded(ref, text));
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
