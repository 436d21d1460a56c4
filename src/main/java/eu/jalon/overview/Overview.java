package eu.jalon.overview;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
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

/** The register at a glance, for coordinators; others are refused. */
@Service
@Transactional(readOnly = true)
public class Overview {

  private final JdbcOverview overview;
  private final JdbcTrend trends;
  private final Clock clock;

  Overview(JdbcOverview overview, JdbcTrend trends, Clock clock) {
    this.overview = overview;
    this.trends = trends;
    this.clock = clock;
  }

  /**
   * What falls due from today on.
   *
   * @param soonest the first of the open items, in the order of their dates
   * @param total how many there are
   */
  public record Due(List<ActionItemView> soonest, long total) {}

  /** What falls due from today to a day, that day included; the list holds some of it at most. */
  public Due due(LocalDate until, int most, Person person) {
    Viewer.requireCoordinator(person);
    LocalDate today = today();
    List<ActionItemView> soonest = overview.due(today, until, most);
    return new Due(
        soonest, soonest.size() < most ? soonest.size() : overview.countDue(today, until));
  }

  /** What the coordinator's own team has to decide, longest waiting first. */
  public List<PendingDecisions> decisions(Person person) {
    return overview.decisions(team(person));
  }

  /** The unanswered questions to the coordinator's own country. */
  public Optional<PendingQuestions> questions(Person person) {
    return overview.questions(team(person).country());
  }

  /** How commitments went from a day until today; empty where that day is to come. */
  public Optional<Trend> trend(LocalDate from, Person person) {
    Viewer.requireCoordinator(person);
    LocalDate today = today();
    return from.isAfter(today)
        ? Optional.empty()
        : Optional.of(Trend.of(from, today, trends.deltas(from, today)));
  }

  /** What became of the commitments of each meeting that decided some. */
  public Map<MeetingId, MeetingBalance> balances(Person person) {
    Viewer.requireCoordinator(person);
    return overview.balances();
  }

  /** The titles of some commitments, a page of them. */
  public Map<CommitmentRef, LocalText> titles(Collection<CommitmentRef> refs, Person person) {
    Viewer.requireCoordinator(person);
    return refs.isEmpty() ? Map.of() : overview.titles(refs);
  }

  private static MinistryCode team(Person person) {
    Viewer.requireCoordinator(person);
    return person.workplace().orElseThrow();
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
