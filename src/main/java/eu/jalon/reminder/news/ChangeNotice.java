package eu.jalon.reminder.news;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of a commitment that a person is told of in a digest.
 *
 * @param id the id of the entry in the history
 * @param title the title of the commitment
 * @param role why it concerns the person
 * @param by the ministry that made the change; absent if none did
 */
public record ChangeNotice(
    long id,
    CommitmentChange change,
    LocalText title,
    ConcernedRole role,
    @Nullable MinistryCode by) {

  private static final Pattern COMMA = Pattern.compile(",");

  /** Whether the person's ministry takes part no more, and may not see the commitment. */
  public boolean isFormer() {
    return role == ConcernedRole.FORMER_MINISTRY;
  }

  /** The ministries in a value of the history, which separates them by commas. */
  public static List<MinistryCode> ministries(@Nullable String value) {
    return value == null ? List.of() : COMMA.splitAsStream(value).map(MinistryCode::new).toList();
  }
}
