package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Page;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was committed to, as far as the asking person may see it. */
@Service
@Transactional(readOnly = true)
public class Commitments {

  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final Clock clock;

  Commitments(JdbcCommitments commitments, JdbcHistory history, Clock clock) {
    this.commitments = commitments;
    this.history = history;
    this.clock = clock;
  }

  public Page<Commitment> page(CommitmentFilter filter, Person person, Page.Request at) {
    return commitments.page(filter, Viewer.of(person), BrusselsTime.today(clock), at);
  }

  /** One commitment; refuses one that does not exist or is not his to see. */
  public Commitment get(CommitmentRef ref, Person person) {
    return commitments
        .find(ref, Viewer.of(person))
        .orElseThrow(() -> Refusal.notFound("commitment.unknown", ref));
  }

  /** The reports of both sides, latest first. */
  public List<ProgressReport> reports(CommitmentRef ref) {
    return history.reports(ref);
  }

  /** The history of a commitment, latest first. */
  public List<Change> changes(CommitmentRef ref) {
    return history.changes(ref);
  }

  /** The number of the last line of any commitment's history; 0 before the first. */
  public long lastChange() {
    return history.lastChange();
  }

  /** How each theme stands, latest meeting first. */
  public List<ThemeState> themeStates() {
    return commitments.themeStates(BrusselsTime.today(clock));
  }
}
