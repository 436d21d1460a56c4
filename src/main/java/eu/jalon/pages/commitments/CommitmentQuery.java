package eu.jalon.pages.commitments;

import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.Track;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters and columns of the list as request parameters; an empty one does not filter.
 *
 * @param theme a number, or meeting and number as in {@code VD2023-2}
 * @param ministry a ministry that leads or is associated
 * @param lead a ministry that leads
 * @param accountable the party whose side is accountable
 * @param dueFrom the first due date that is shown
 * @param dueUntil the last one
 * @param columns the columns shown, repeated or joined by commas; the default columns if none is
 *     given
 * @param series the series of the list, if the address names one
 */
record CommitmentQuery(
    @Nullable String meeting,
    @Nullable String theme,
    @Nullable String ministry,
    @Nullable String lead,
    @Nullable String accountable,
    @Nullable String priority,
    @Nullable String track,
    @Nullable String status,
    @Nullable String health,
    @Nullable String overdue,
    @Nullable String dueFrom,
    @Nullable String dueUntil,
    @Nullable String q,
    @Nullable String sort,
    @Nullable List<String> columns,
    @Nullable String series) {

  static final int MAX_TEXT = 200;

  private static final Pattern THEME = Pattern.compile("(?:([A-Z]{2,5}\\d{4})-)?(\\d{1,2})");

  CommitmentQuery {
    meeting = Choice.given(meeting);
    theme = Choice.given(theme);
    ministry = Choice.given(ministry);
    lead = Choice.given(lead);
    accountable = Choice.given(accountable);
    priority = Choice.given(priority);
    track = Choice.given(track);
    status = Choice.given(status);
    health = Choice.given(health);
    overdue = Choice.given(overdue);
    dueFrom = Choice.given(dueFrom);
    dueUntil = Choice.given(dueUntil);
    q = Choice.given(q);
    sort = Choice.given(sort);
    series = Choice.given(series);
    columns = columns == null ? List.of() : columns.stream().filter(Objects::nonNull).toList();
  }

  /** The filter; refuses unknown values. */
  CommitmentFilter filter() {
    if (q != null && q.length() > MAX_TEXT) {
      throw ValidationError.invalid("list.textTooLong", q.length(), MAX_TEXT);
    }
    Integer number = null;
    String of = meeting;
    if (theme != null) {
      Matcher matcher = THEME.matcher(theme);
      if (!matcher.matches()) {
        throw ValidationError.ofValue("parameter.choice", "theme", theme, "1, VD2023-2");
      }
      number = Integer.valueOf(matcher.group(2));
      of = matcher.group(1) == null ? meeting : matcher.group(1);
    }
    return new CommitmentFilter(
        of == null ? null : new MeetingId(of),
        number,
        ministry == null ? null : new MinistryCode(ministry),
        Choice.optional(Track.class, "track", track),
        Choice.optional(CommitmentStatus.class, "status", status),
        Choice.optional(Health.class, "health", health),
        "true".equals(overdue),
        q,
        PartyCode.optional(accountable),
        dueFrom == null ? null : FormValues.day(dueFrom),
        dueUntil == null ? null : FormValues.day(dueUntil),
        lead == null ? null : new MinistryCode(lead),
        Choice.optional(Priority.class, "priority", priority),
        sort == null ? CommitmentFilter.Sort.REF : CommitmentFilter.Sort.of(sort));
  }

  /** The columns shown; refuses unknown columns. */
  Set<ListColumn> shown() {
    return ListColumn.of(columns == null ? List.of() : columns);
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(meeting, theme, ministry, track, status, health, overdue, q)
            .anyMatch(Objects::nonNull)
        || furtherNarrows();
  }

  /** Whether one of the further filters is used. */
  public boolean furtherNarrows() {
    return Stream.of(lead, accountable, priority, dueFrom, dueUntil).anyMatch(Objects::nonNull);
  }

  /** Whether the columns differ from the default. */
  public boolean ownColumns() {
    return !shown().equals(ListColumn.USUAL);
  }

  /**
   * The shortest address of the list. It always contains the sort order, because the address
   * without parameters opens the user's opening view.
   */
  ListLink link() {
    return ListLink.to("/commitments")
        .with(ListLink.SERIES, series)
        .with("meeting", meeting)
        .with("theme", theme)
        .with("ministry", ministry)
        .with("lead", lead)
        .with("accountable", accountable)
        .with("priority", priority)
        .with("track", track)
        .with("status", status)
        .with("health", health)
        .with("overdue", overdue)
        .with("dueFrom", dueFrom)
        .with("dueUntil", dueUntil)
        .with("q", q)
        .with("columns", ownColumns() ? ListColumn.keys(shown()) : null)
        .with("sort", sort == null ? CommitmentFilter.Sort.REF.key() : sort);
  }
}
