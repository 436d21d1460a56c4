package eu.jalon.actionitem;

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
 * @param dueBefore the day before which items are due
 * @param text words that the commitment's reference, title, theme, summary or source must contain
 */
public record ActionItemFilter(
    @Nullable MinistryCode ministry,
    @Nullable PersonId assignee,
    boolean overdue,
    @Nullable LocalDate dueBefore,
    @Nullable MeetingId meeting,
    @Nullable Integer theme,
    @Nullable CommitmentRef ref,
    @Nullable String text,
    Sort sort) {

  /** The sort orders of a list. */
  public enum Sort {
    DUE_ON("dueOn"),
    DUE_ON_LATEST("-dueOn"),
    MINISTRY("ministry"),
    REF("ref");

    private final String key;

    Sort(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    /** Parses the key of a sort order; rejects an unknown one. */
    public static Sort of(String key) {
      return Choice.required(values(), Sort::key, "sort", key);
    }
  }

  public static ActionItemFilter none() {
    return new ActionItemFilter(null, null, false, null, null, null, null, null, Sort.DUE_ON);
  }

  /** The items of a ministry whose commitments contain the words. */
  public static ActionItemFilter of(MinistryCode ministry, @Nullable String text) {
    return new ActionItemFilter(ministry, null, false, null, null, null, null, text, Sort.DUE_ON);
  }

  public static ActionItemFilter of(CommitmentRef ref) {
    return new ActionItemFilter(null, null, false, null, null, null, ref, null, Sort.DUE_ON);
  }
}
