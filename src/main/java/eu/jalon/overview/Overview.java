package eu.jalon.overview;

import eu.jalon.actionitem.form.Step;
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
  private final Viewers viewers;
  private final Today today;
  private final Map<TrendKey, Trend> kept = Collections.synchronizedMap(new LatestTrends());

  /** Few: one for each set of series that coordinators see. */
  private static final class LatestTrends extends LinkedHashMap<TrendKey, Trend> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 16;

    @Override
    protected boolean removeEldestEntry(Map.Entry<TrendKey, Trend> eldest) {
      return size() > MOST;
    }
  }

  Overview(JdbcOverview overview, JdbcTrend trends, Viewers viewers, Today today) {
    this.overview = overview;
    this.trends = trends;
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
      Optional<Set<String>> series, LocalDate from, LocalDate today, List<ThemeCounts> counts) {}

  /**
   * Returns the trend from a day until today; empty if the day is in the future. It is computed
   * once for the same counts on a day: the numbers of past days follow from dates, and today's only
   * change with the counts.
   *
   * @param counts the present counts of all themes that the person sees
   */
  public Optional<Trend> trend(LocalDate from, List<ThemeCounts> counts, Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    LocalDate on = today.of(person);
    return from.isAfter(on)
        ? Optional.empty()
        : Optional.of(
            kept.computeIfAbsent(
                new TrendKey(viewer.series(), from, on, List.copyOf(counts)),
                key -> Trend.of(from, on, trends.deltas(viewer, from, on))));
  }

  /** Returns the balance of each meeting with commitments. */
  public Map<MeetingId, MeetingBalance> balances(Person person) {
    return overview.balances(viewers.coordinatorLists(person));
  }

  /** Returns the titles of the given commitments. */
  public Map<CommitmentRef, LocalText> titles(Collection<CommitmentRef> refs, Person person) {
    Viewer viewer = viewers.ofCoordinator(person);
    return refs.isEmpty() ? Map.of() : overview.titles(viewer, refs);
  }
}
