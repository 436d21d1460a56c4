package eu.jalon.overview;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.overview.trend.JdbcTrend;
import eu.jalon.overview.trend.Trend;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Read model of the home page; coordinators only. */
@Service
@Transactional(readOnly = true)
public class Overview {

  private final JdbcOverview overview;
  private final JdbcTrend trends;
  private final Viewers viewers;
  private final Clock clock;

  Overview(JdbcOverview overview, JdbcTrend trends, Viewers viewers, Clock clock) {
    this.overview = overview;
    this.trends = trends;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * The open items due soon.
   *
   * @param soonest the first items in order of due date
   * @param total the number of all of them
   */
  public record Due(List<ActionItemView> soonest, long total) {}

  /** Returns the open items due from today up to and including a day; the list is limited. */
  public Due due(LocalDate until, int most, Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    LocalDate today = today();
    List<ActionItemView> soonest = overview.due(viewer, today, until, most);
    return new Due(
        soonest, soonest.size() < most ? soonest.size() : overview.countDue(viewer, today, until));
  }

  /** Returns the pending decisions of the coordinator's team, oldest first. */
  public List<PendingDecisions> decisions(Person person) {
    return overview.decisions(team(person), viewers.lists(person));
  }

  /** Returns the unanswered questions to the coordinator's party; empty if there are none. */
  public Optional<PendingQuestions> questions(Person person) {
    return overview.questions(team(person).party(), viewers.lists(person));
  }

  /** Returns the trend from a day until today; empty if the day is in the future. */
  public Optional<Trend> trend(LocalDate from, Person person) {
    Viewer viewer = viewers.coordinatorLists(person);
    LocalDate today = today();
    return from.isAfter(today)
        ? Optional.empty()
        : Optional.of(Trend.of(from, today, trends.deltas(viewer, from, today)));
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

  private static MinistryCode team(Person person) {
    Viewer.requireCoordinator(person);
    return person.workplace().orElseThrow();
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
