package eu.jalon.commitment;

import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Queries commitments with their reports and history, restricted to what the user may see. */
@Service
@Transactional(readOnly = true)
public class Commitments {

  /** The maximum number of commitments that a list counts and shows. */
  public static final int MAX_LISTED = 10_000;

  private final JdbcCommitments commitments;
  private final JdbcCommitmentList list;
  private final JdbcHistory history;
  private final Viewers viewers;
  private final Today today;

  Commitments(
      JdbcCommitments commitments,
      JdbcCommitmentList list,
      JdbcHistory history,
      Viewers viewers,
      Today today) {
    this.commitments = commitments;
    this.list = list;
    this.history = history;
    this.viewers = viewers;
    this.today = today;
  }

  /** Returns a page of the matching commitments with their exact total. */
  public Page<Commitment> page(CommitmentFilter filter, Person person, Page.Request at) {
    return list.page(filter, viewers.lists(person), today.of(person), at, Integer.MAX_VALUE);
  }

  /**
   * A page of a list that shows at most {@link #MAX_LISTED} commitments.
   *
   * @param more whether there are more matches than the list shows
   */
  public record CappedPage(Page<Commitment> page, boolean more) {}

  /** Returns a page of the matching commitments; the total is counted up to {@link #MAX_LISTED}. */
  public CappedPage cappedPage(CommitmentFilter filter, Person person, Page.Request at) {
    Page<Commitment> page =
        list.page(filter, viewers.lists(person), today.of(person), at, MAX_LISTED + 1);
    return page.total() > MAX_LISTED
        ? new CappedPage(Page.of(page.items(), at, MAX_LISTED), true)
        : new CappedPage(page, false);
  }

  /** Returns the time of the last report on each commitment; those without a report are missing. */
  public Map<CommitmentRef, Instant> lastReports(List<Commitment> all) {
    return all.isEmpty() ? Map.of() : list.lastReports(all.stream().map(Commitment::ref).toList());
  }

  /**
   * Returns a commitment.
   *
   * @throws ValidationError {@code commitment.unknown} if it does not exist or the person may not
   *     see it
   */
  public Commitment get(CommitmentRef ref, Person person) {
    return find(ref, person).orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
  }

  /** Returns a commitment; empty if it does not exist or the person may not see it. */
  public Optional<Commitment> find(CommitmentRef ref, Person person) {
    return commitments.find(ref, viewers.of(person));
  }

  /** Returns whether a declaration holds a restricted commitment that the person may not see. */
  public boolean hidesPartOf(UUID declaration, Person person) {
    Viewer viewer = viewers.of(person);
    return viewer.only().isPresent() && commitments.hidesPartOf(declaration, viewer);
  }

  /** Returns the reports of all ministries, latest first. */
  public List<ProgressReport> reports(CommitmentRef ref) {
    return history.reports(ref);
  }

  /** Returns the history of a commitment, also under earlier references, latest first. */
  public List<CommitmentChange> changes(CommitmentRef ref) {
    return history.changes(ref);
  }

  /** Returns the id of the last history entry of any commitment; 0 if there is none. */
  public long lastChange() {
    return history.lastChange();
  }

  /**
   * Returns the number of commitments of each theme by status and health, latest meeting first;
   * coordinators only.
   */
  public List<ThemeCounts> themeCounts(Person person) {
    return commitments.themeCounts(today.of(person), viewers.coordinatorLists(person));
  }
}
