package eu.jalon.overview.status;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Read model of the status report: the status of themes and ministries, and the changes since a
 * date. The number of statements is fixed, and all lists but that of themes are limited;
 * coordinators only.
 */
@Service
@Transactional(readOnly = true)
public class StatusSheet {

  /** Maximum number of themes in a report; those of the latest meetings are kept. */
  public static final int THEMES = 40;

  /** Maximum number of commitments per theme; the most urgent are kept. */
  public static final int LINES = 30;

  /** Maximum number of changes per type; the latest are kept. */
  public static final int CHANGES = 20;

  /**
   * The figures of today and of the end of the day before a period.
   *
   * <p>As in {@link eu.jalon.overview.trend.Trend}, a commitment counts from the day of its
   * meeting, a carried-over one from the day it was entered again.
   */
  public record Progress(Figures before, Figures today) {}

  /**
   * A proposal or a request about a commitment in progress that has not been answered.
   *
   * @param family the kind of {@code kind}: {@code proposal} or {@code request}
   * @param kind the name of a kind of proposals or requests
   * @param party the party that proposes or asks
   * @param on the day of the proposal or request, in Europe/Brussels
   * @param all the total number of them
   */
  public record AwaitedDecision(
      String family,
      String kind,
      CommitmentRef ref,
      LocalText title,
      PartyCode party,
      String reason,
      LocalDate on,
      int all) {}

  /** The number of commitments that a ministry leads, by status and health. */
  public record MinistryStanding(MinistryCode ministry, Figures figures) {}

  /**
   * A commitment as a row of the report.
   *
   * @param dueOn the due date, absent while it depends on a summit without a date
   * @param closedOn the day on which it was fulfilled
   * @param reports the last report of each party
   */
  public record CommitmentRow(
      CommitmentRef ref,
      LocalText title,
      MeetingId meeting,
      int theme,
      Leads leads,
      @Nullable LocalDate dueOn,
      CommitmentStatus status,
      Health health,
      @Nullable LocalDate closedOn,
      Map<PartyCode, ProgressReport> reports) {

    /** Returns whether the due date has passed and the commitment is in progress. */
    public boolean isOverdue(LocalDate today) {
      return dueOn != null && status.overdueDays(new DueDate(dueOn), today) > 0;
    }

    CommitmentRow withReports(Map<PartyCode, ProgressReport> lastReports) {
      return new CommitmentRow(
          ref, title, meeting, theme, leads, dueOn, status, health, closedOn, lastReports);
    }
  }

  /**
   * A change of a commitment; repeated changes of one type are merged.
   *
   * @param reason the last reason
   * @param at the time of the last change
   * @param ofKind the total number of commitments with this type of change
   */
  public record Changed(
      CommitmentRef ref,
      LocalText title,
      CommitmentChange.Type type,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      Instant at,
      int ofKind) {}

  /** A commitment whose health changed. */
  public record HealthChanged(
      CommitmentRef ref, LocalText title, Health from, Health to, int ofKind) {}

  /** A commitment that became overdue. */
  public record BecameOverdue(CommitmentRef ref, LocalText title, LocalDate dueOn, int ofKind) {}

  /**
   * The changes since the start of a day in Europe/Brussels.
   *
   * @param reports the number of progress reports
   */
  public record Changes(
      List<Changed> changed,
      List<HealthChanged> health,
      List<BecameOverdue> overdue,
      int reports) {}

  private final Commitments commitments;
  private final JdbcStatusSheet rows;
  private final JdbcStatusChanges changes;
  private final JdbcStatusProgress progress;
  private final Viewers viewers;
  private final Today today;

  StatusSheet(
      Commitments commitments,
      JdbcStatusSheet rows,
      JdbcStatusChanges changes,
      JdbcStatusProgress progress,
      Viewers viewers,
      Today today) {
    this.commitments = commitments;
    this.rows = rows;
    this.changes = changes;
    this.progress = progress;
    this.viewers = viewers;
    this.today = today;
  }

  /** Returns all themes with commitments in progress or fulfilled, latest meeting first. */
  public List<ThemeCounts> themes(Person reader) {
    return commitments.themeCounts(reader).stream()
        .filter(counts -> counts.figures().total() > 0)
        .toList();
  }

  /** Returns the ministries that lead commitments, ordered by code. */
  public List<MinistryStanding> ministries(Person reader) {
    return rows.ministries(viewers.coordinatorLists(reader), today.of(reader));
  }

  /** Returns the commitments of each theme, in the order of the declaration. */
  public Map<Theme, List<CommitmentRow>> lines(List<ThemeCounts> themes, Person reader) {
    Viewer viewer = viewers.coordinatorLists(reader);
    Map<String, Theme> byKey =
        themes.stream()
            .map(ThemeCounts::theme)
            .collect(Collectors.toMap(theme -> key(theme.meeting(), theme.number()), t -> t));
    return rows.lines(viewer, byKey.keySet(), today.of(reader), LINES).stream()
        .collect(Collectors.groupingBy(line -> byKey.get(key(line.meeting(), line.theme()))));
  }

  private static String key(MeetingId meeting, int theme) {
    return meeting + "-" + theme;
  }

  /** Returns the changes since the start of a day. */
  public Changes since(LocalDate day, Person reader) {
    Viewer viewer = viewers.coordinatorLists(reader);
    Instant from = day.atStartOfDay(today.zone(reader)).toInstant();
    return new Changes(
        changes.changed(viewer, from, day, CHANGES),
        changes.health(viewer, from, CHANGES),
        changes.overdue(viewer, day.minusDays(1), today.of(reader), CHANGES),
        changes.countReports(viewer, from));
  }

  /** Returns the figures of today and of the end of the day before the given one. */
  public Progress progress(LocalDate since, Person reader) {
    return progress.progress(
        viewers.coordinatorLists(reader), since, today.of(reader), today.zone(reader));
  }

  /** Returns the oldest proposals and requests that have not been answered. */
  public List<AwaitedDecision> awaited(int most, Person reader) {
    return progress.awaited(viewers.coordinatorLists(reader), most, today.zone(reader));
  }
}
