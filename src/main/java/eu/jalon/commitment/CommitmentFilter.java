package eu.jalon.commitment;

import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The filter and sort order of a list of commitments; an absent value does not filter.
 *
 * @param meeting the meeting the commitments come from
 * @param ministry a lead or associated ministry
 * @param text words or prefixes of words that must all occur in the reference, title, theme,
 *     summary or source text, ignoring accents and case; a quoted part is a phrase of whole words
 * @param accountable the party that is accountable
 * @param dueFrom the earliest due date
 * @param dueUntil the latest due date
 */
public record CommitmentFilter(
    @Nullable MeetingId meeting,
    @Nullable Integer theme,
    @Nullable MinistryCode ministry,
    @Nullable Track track,
    @Nullable CommitmentStatus status,
    @Nullable Health health,
    boolean overdue,
    @Nullable String text,
    @Nullable PartyCode accountable,
    @Nullable LocalDate dueFrom,
    @Nullable LocalDate dueUntil,
    Sort sort) {

  public CommitmentFilter(
      @Nullable MeetingId meeting,
      @Nullable Integer theme,
      @Nullable MinistryCode ministry,
      @Nullable Track track,
      @Nullable CommitmentStatus status,
      @Nullable Health health,
      boolean overdue,
      @Nullable String text,
      Sort sort) {
    this(meeting, theme, ministry, track, status, health, overdue, text, null, null, null, sort);
  }

  /** The sort orders of a list. */
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

    /** Parses the key of a sort order; rejects an unknown one. */
    public static Sort of(String key) {
      return Choice.required(values(), Sort::key, "sort", key);
    }
  }

  public static CommitmentFilter none() {
    return new CommitmentFilter(null, null, null, null, null, null, false, null, Sort.REF);
  }
}
