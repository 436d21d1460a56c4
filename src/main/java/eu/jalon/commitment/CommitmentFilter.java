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
 * @param lead a lead ministry
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
    @Nullable MinistryCode lead,
    @Nullable Priority priority,
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
    this(
        meeting, theme, ministry, track, status, health, overdue, text, null, null, null, null,
        null, sort);
  }

  /** A sort order: a column, in descending order if its key begins with a hyphen. */
  public record Sort(Column column, boolean descending) {

    public static final Sort REF = new Sort(Column.REF, false);

    public static final Sort DUE_ON = new Sort(Column.DUE_ON, false);

    public static final Sort DUE_ON_LATEST = new Sort(Column.DUE_ON, true);

    public static final Sort STATUS = new Sort(Column.STATUS, false);

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
    REF("ref"),
    TITLE("title"),
    TRACK("track"),
    THEME("theme"),
    LEADS("leads"),
    ASSOCIATED("associated"),
    DUE_ON("dueOn"),
    RULE("rule"),
    SLIPS("slips"),
    PRIORITY("priority"),
    STATUS("status"),
    REPORTED("reported");

    private final String key;

    Column(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  public static CommitmentFilter none() {
    return new CommitmentFilter(null, null, null, null, null, null, false, null, Sort.REF);
  }
}
