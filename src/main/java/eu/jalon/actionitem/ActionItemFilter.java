package eu.jalon.actionitem;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open action items a list shows, and in which order; an absent part does not filter.
 *
 * @param dueBefore only those due before this day
 */
public record ActionItemFilter(
    @Nullable MinistryCode ministry,
    @Nullable PersonId assignee,
    boolean overdue,
    @Nullable LocalDate dueBefore,
    @Nullable MeetingId origin,
    @Nullable Integer theme,
    @Nullable CommitmentRef ref,
    Sort sort) {

  /** The orders a list can have. */
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

    /** Reads the key of an order; refuses one that does not exist. */
    public static Sort of(String key) {
      return Choice.required(values(), Sort::key, "sort", key);
    }
  }

  public static ActionItemFilter none() {
    return new ActionItemFilter(null, null, false, null, null, null, null, Sort.DUE_ON);
  }

  /** All that are overdue, worst first. */
  public static ActionItemFilter allOverdue() {
    return new ActionItemFilter(null, null, true, null, null, null, null, Sort.DUE_ON);
  }

  public static ActionItemFilter of(CommitmentRef ref) {
    return new ActionItemFilter(null, null, false, null, null, null, ref, Sort.DUE_ON);
  }
}
