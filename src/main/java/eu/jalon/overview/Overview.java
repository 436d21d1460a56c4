package eu.jalon.overview;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.overview.trend.JdbcTrend;
import eu.jalon.overview.trend.Trend;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Read model of the home page; coordinators only. */
@Service
@Transactional(readOnly = true)
public class Overview {

  private final JdbcOverview overview;
  private final JdbcTrend trends;
  private final Commitments commitments;
  private final Viewers viewers;
  private final Today today;
  private final Map<TrendKey, KeptTrend> kept = Collections.synchronizedMap(new LatestTrends());

  /** Few: one for each set of series that coordinators see. */
  private static final class LatestTrends extends LinkedHashMap<TrendKey, KeptTrend> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 16;

    @Override
    protected boolean removeEldestEntry(Map.Entry<TrendKey, KeptTrend> eldest) {
      return size() > MOST;
    }
  }

  Overview(
      JdbcOverview overview,
      JdbcTrend trends,
      Commitments commitments,
      Viewers viewers,
      Today today) {
    this.overview = overview;
    this.trends = trends;
    this.commitments = commitments;
    this.viewers = viewers;
    this.today = today;
  }

  /** An open item with its due date. */
  public record DueItem(
      String id,
      CommitmentRef ref,
      LocalText title,
      Step step,
      MinistryCode ministry,
      LocalDate dueOn) {}

  /**
   * What a coordinator has to do and to watch.
   *
   * @param decisions the pending decisions of the team by step, oldest first
   * @param questions the unanswered questions to the party; empty if there are none
   * @param soonest the first open items due from today on, in order of due date
   * @param due the number of all of them
   */
  public record Lists(
      List<PendingDecisions> decisions,
      Optional<PendingQuestions> questions,
      List<DueItem> soonest,
      int due) {}

  /**
   * Returns the lists of the home page.
   *
   * @param until the last day of items due soon
   * @param most the number of items due soon that are listed
   */
  public Lists lists(LocalDate until, int most, Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    return overview.lists(person.workplace().orElseThrow(), viewer, today.of(person), until, most);
  }

  private record TrendKey(
      Optional<Set<String>> series, LocalDate from, LocalDate today, int commitments) {}

  /** A trend, and the present numbers when it was computed. */
  private record KeptTrend(Trend trend, Trend.Point present) {}

  /**
   * Returns the trend from a day until today; empty if the day is in the future. Past days are
   * computed once a day, and again when commitments are entered or end without being fulfilled;
   * today's numbers follow the present counts.
   *
   * @param counts the present counts of all themes that the person sees
   */
  public Optional<Trend> trend(LocalDate from, List<ThemeCounts> counts, Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    LocalDate on = today.of(person);
    if (from.isAfter(on)) {
      return Optional.empty();
    }
    List<Figures> figures = counts.stream().map(ThemeCounts::figures).toList();
    Trend.Point present =
        new Trend.Point(
            on,
            figures.stream().mapToInt(theme -> theme.total() - theme.fulfilled()).sum(),
            figures.stream().mapToInt(Figures::fulfilled).sum(),
            figures.stream().mapToInt(Figures::overdue).sum());
    KeptTrend computed =
        kept.computeIfAbsent(
            new TrendKey(viewer.series(), from, on, present.open() + present.fulfilled()),
            key -> new KeptTrend(Trend.of(from, on, trends.deltas(viewer, from, on)), present));
    return Optional.of(computed.trend().movedBy(computed.present(), present));
  }

  /** Returns the balance of each meeting with commitments. */
  public Map<MeetingId, MeetingBalance> balances(Person person) {
    return MeetingBalance.of(
        commitments.themeCounts(person), overview.carried(viewers.coordinatorLists(person)));
  }

  /** Returns the titles of the given commitments. */
  public Map<CommitmentRef, LocalText> titles(Collection<CommitmentRef> refs, Person person) {
    Viewer viewer = viewers.ofCoordinator(person);
    return refs.isEmpty() ? Map.of() : overview.titles(viewer, refs);
  }
}
