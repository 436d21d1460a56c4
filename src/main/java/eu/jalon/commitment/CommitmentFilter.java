package eu.jalon.commitment;

import eu.jalon.shared.Country;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which commitments a list shows, and in which order; an absent part does not filter.
 *
 * @param origin the meeting the commitments come from
 * @param ministry a lead or associated ministry
 * @param text words, or beginnings of words, that must all occur in the reference, title, summary
 *     or source text; accents and case do not matter; between quotes, whole words that follow one
 *     another
 * @param accountable the side that is accountable
 * @param dueFrom only those due on this day or later
 * @param dueUntil only those due on this day or before
 */
public record CommitmentFilter(
    @Nullable MeetingId origin,
    @Nullable Integer theme,
    @Nullable MinistryCode ministry,
    @Nullable Track track,
    @Nullable CommitmentStatus status,
    @Nullable Health health,
    boolean overdue,
    @Nullable String text,
    @Nullable Country accountable,
    @Nullable LocalDate dueFrom,
    @Nullable LocalDate dueUntil,
    Sort sort) {

  public CommitmentFilter(
      @Nullable MeetingId origin,
      @Nullable Integer theme,
      @Nullable MinistryCode ministry,
      @Nullable Track track,
      @Nullable CommitmentStatus status,
      @Nullable Health health,
      boolean overdue,
      @Nullable String text,
      Sort sort) {
    this(origin, theme, ministry, track, status, health, overdue, text, null, null, null, sort);
  }

  /** The orders a list can have. */
  public enum Sort {
    REF("ref"),
    DUE_ON("dueOn"),
    DUE_ON_LATEST("-dueOn"),
    STATUS("status");

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

  public static CommitmentFilter none() {
    return new CommitmentFilter(null, null, null, null, null, null, false, null, Sort.REF);
  }
}
