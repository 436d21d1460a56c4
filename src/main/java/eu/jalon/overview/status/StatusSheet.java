package eu.jalon.overview.status;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register as a status report needs it: how themes and ministries stand today and what changed
 * since a date, by a number of statements that does not grow with the register, and cut to what
 * somebody can read.
 */
@Service
@Transactional(readOnly = true)
public class StatusSheet {

  /** Themes that a report shows, the latest meeting's first. */
  public static final int THEMES = 40;

  /** Commitments that it shows of a theme, the most pressing of them. */
  public static final int LINES = 30;

  /** Changes that it shows of a kind, the latest of them. */
  public static final int CHANGES = 20;

  /**
   * How one theme stands.
   *
   * @param meeting the name of the meeting it was agreed at
   * @param state the counts of those that still count
   * @param themes how many themes there are in all
   */
  public record ThemeStanding(
      LocalText meeting, ThemeCounts state, int carriedOver, int withdrawn, int themes) {

    public Theme theme() {
      return state.theme();
    }
  }

  /** How the commitments stand that a ministry leads for its side. */
  public record MinistryStanding(
      MinistryCode ministry,
      int fulfilled,
      int onTrack,
      int atRisk,
      int blocked,
      int silent,
      int overdue) {

    public int total() {
      return fulfilled + onTrack + atRisk + blocked + silent;
    }
  }

  /**
   * One commitment in a line.
   *
   * @param dueOn the last day in time, absent while it follows a summit without a date
   * @param closedOn the day it was fulfilled
   * @param said what each side reported last
   */
  public record Line(
      CommitmentRef ref,
      LocalText title,
      MeetingId origin,
      int theme,
      MinistryCode leadBe,
      MinistryCode leadFr,
      Country accountable,
      @Nullable LocalDate dueOn,
      CommitmentStatus status,
      Health health,
      @Nullable LocalDate closedOn,
      Map<Country, ProgressReport> said) {

    /** Whether its last day has passed and it is not fulfilled. */
    public boolean isOverdue(LocalDate today) {
      return status == CommitmentStatus.IN_PROGRESS && dueOn != null && dueOn.isBefore(today);
    }

    Line saying(Map<Country, ProgressReport> reports) {
      return new Line(
          ref,
          title,
          origin,
          theme,
          leadBe,
          leadFr,
          accountable,
          dueOn,
          status,
          health,
          closedOn,
          reports);
    }
  }

  /**
   * What changed of a commitment in sum, where it changed more than once.
   *
   * @param reason the last one that was given
   * @param at when it changed last
   * @param ofKind how many commitments changed in this way
   */
  public record Changed(
      CommitmentRef ref,
      LocalText title,
      CommitmentChange.What what,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      Instant at,
      int ofKind) {}

  /** A commitment whose health is not what it was. */
  public record HealthChanged(
      CommitmentRef ref, LocalText title, Health from, Health to, int ofKind) {}

  /** A commitment whose last day passed meanwhile. */
  public record FellOverdue(CommitmentRef ref, LocalText title, LocalDate dueOn, int ofKind) {}

  /**
   * All that changed since the beginning of a day, Europe/Brussels.
   *
   * @param reports how many reports came in
   */
  public record Changes(
      List<Changed> changed, List<HealthChanged> health, List<FellOverdue> overdue, int reports) {}

  private final JdbcStatusSheet rows;
  private final JdbcStatusChanges changes;
  private final Clock clock;

  StatusSheet(JdbcStatusSheet rows, JdbcStatusChanges changes, Clock clock) {
    this.rows = rows;
    this.changes = changes;
    this.clock = clock;
  }

  /** The themes with something that still counts, the latest meeting first. */
  public List<ThemeStanding> themes(Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.themes(BrusselsTime.today(clock), THEMES);
  }

  /** The ministries that lead something, in the order of their codes. */
  public List<MinistryStanding> ministries(Person reader) {
    Viewer.requireCoordinator(reader);
    return rows.ministries(BrusselsTime.today(clock));
  }

  /** The commitments of the themes, in their order, by theme. */
  public Map<Theme, List<Line>> lines(List<ThemeStanding> themes, Person reader) {
    Viewer.requireCoordinator(reader);
    Map<String, Theme> byKey =
        themes.stream()
            .map(standing -> standing.state().theme())
            .collect(Collectors.toMap(theme -> key(theme.origin(), theme.number()), t -> t));
    return rows.lines(byKey.keySet(), BrusselsTime.today(clock), LINES).stream()
        .collect(Collectors.groupingBy(line -> byKey.get(key(line.origin(), line.theme()))));
  }

  private static String key(MeetingId origin, int theme) {
    return origin + "-" + theme;
  }

  /** What changed since the beginning of a day, today included. */
  public Changes since(LocalDate day, Person reader) {
    Viewer.requireCoordinator(reader);
    Instant from = day.atStartOfDay(BrusselsTime.ZONE).toInstant();
    return new Changes(
        changes.changed(from, day, CHANGES),
        changes.health(from, CHANGES),
        changes.overdue(day, BrusselsTime.today(clock), CHANGES),
        changes.reports(from));
  }
}
