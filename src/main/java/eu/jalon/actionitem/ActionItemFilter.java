package eu.jalon.actionitem;

import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The filter and sort order of a list of open action items; an absent value does not filter.
 *
 * @param dueFrom the earliest due date
 * @param dueUntil the latest due date
 * @param health the health of the commitment
 * @param priority the priority of the commitment
 * @param text words that the commitment's reference, title, theme, summary or source must contain
 */
public record ActionItemFilter(
    @Nullable MinistryCode ministry,
    @Nullable PersonId assignee,
    boolean overdue,
    @Nullable LocalDate dueFrom,
    @Nullable LocalDate dueUntil,
    @Nullable Health health,
    @Nullable Priority priority,
    @Nullable MeetingId meeting,
    @Nullable Integer theme,
    @Nullable CommitmentRef ref,
    @Nullable String text,
    Sort sort) {

  /** A sort order: a column, in descending order if its key begins with a hyphen. */
  public record Sort(Column column, boolean descending) {

    public static final Sort DUE_ON = new Sort(Column.DUE_ON, false);

    /** Parses the key of a sort order; rejects an unknown one. */
    public static Sort of(String key) {
      boolean descending = key.startsWith("-");
      return new Sort(
          Choice.required(
              Column.values(), Column::key, "sort", descending ? key.substring(1) : key),
          descending);
    }

    public String key() {
      return (descending ? "-" : "") + column.key();
    }
  }

  /** The columns by which a list can be sorted. */
  public enum Column {
    DUE_ON("dueOn"),
    REF("ref"),
    TITLE("title"),
    STEP("step"),
    MINISTRY("ministry"),
    ASSIGNEE("assignee"),
    HEALTH("health"),
    PRIORITY("priority");

    private final String key;

    Column(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  public static ActionItemFilter none() {
    return new ActionItemFilter(
        null, null, false, null, null, null, null, null, null, null, null, Sort.DUE_ON);
  }

  /** The items of a ministry whose commitments contain the words. */
  public static ActionItemFilter of(MinistryCode ministry, @Nullable String text) {
    return new ActionItemFilter(
        ministry, null, false, null, null, null, null, null, null, null, text, Sort.DUE_ON);
  }

  public static ActionItemFilter of(CommitmentRef ref) {
    return new ActionItemFilter(
        null, null, false, null, null, null, null, null, null, ref, null, Sort.DUE_ON);
  }
}
