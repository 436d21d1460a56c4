package eu.jalon.commitment;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was committed to, as far as the asking person may see it. */
@Service
@Transactional(readOnly = true)
public class Commitments {

  /** A list is counted, and shown, up to so many. */
  public static final int MOST_LISTED = 10_000;

  private final JdbcCommitments commitments;
  private final JdbcCommitmentList list;
  private final JdbcHistory history;
  private final Clock clock;

  Commitments(
      JdbcCommitments commitments, JdbcCommitmentList list, JdbcHistory history, Clock clock) {
    this.commitments = commitments;
    this.list = list;
    this.history = history;
    this.clock = clock;
  }

  /** A page of what the filter lets through, all of it counted. */
  public Page<Commitment> page(CommitmentFilter filter, Person person, Page.Request at) {
    return list.page(filter, Viewer.of(person), BrusselsTime.today(clock), at, Integer.MAX_VALUE);
  }

  /**
   * A page of a longer list, of which {@link #MOST_LISTED} are shown.
   *
   * @param more whether there are more than are shown
   */
  public record Listed(Page<Commitment> page, boolean more) {}

  /** A page for reading, counted no further than anybody reads. */
  public Listed listed(CommitmentFilter filter, Person person, Page.Request at) {
    Page<Commitment> page =
        list.page(filter, Viewer.of(person), BrusselsTime.today(clock), at, MOST_LISTED + 1);
    return page.total() > MOST_LISTED
        ? new Listed(Page.of(page.items(), at, MOST_LISTED), true)
        : new Listed(page, false);
  }

  /** When either side last reported on each of these; those without a report are left out. */
  public Map<CommitmentRef, Instant> lastReports(List<Commitment> of) {
    return of.isEmpty() ? Map.of() : list.lastReports(of.stream().map(Commitment::ref).toList());
  }

  /** One commitment; refuses one that does not exist or is not his to see. */
  public Commitment get(CommitmentRef ref, Person person) {
    return commitments
        .find(ref, Viewer.of(person))
        .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
  }

  /** The reports of both sides, latest first. */
  public List<ProgressReport> reports(CommitmentRef ref) {
    return history.reports(ref);
  }

  /** The history of a commitment, latest first. */
  public List<CommitmentChange> changes(CommitmentRef ref) {
    return history.changes(ref);
  }

  /** The number of the last line of any commitment's history; 0 before the first. */
  public long lastChange() {
    return history.lastChange();
  }

  /** How each theme stands, latest meeting first. */
  public List<ThemeCounts> themeStates() {
    return commitments.themeStates(BrusselsTime.today(clock));
  }
}
