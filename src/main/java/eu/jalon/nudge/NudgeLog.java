package eu.jalon.nudge;

import eu.jalon.shared.CommitmentRef;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody was nudged, and why not. */
@Service
@Transactional(readOnly = true)
public class NudgeLog {

  private static final int LATEST = 200;

  private final JdbcNudges nudges;

  NudgeLog(JdbcNudges nudges) {
    this.nudges = nudges;
  }

  /** The latest 200 nudges about an action item, given and suppressed, latest first. */
  public List<NudgeEntry> ofItem(String actionItemId) {
    return nudges.ofItem(actionItemId, LATEST);
  }

  /** The latest 200 nudges about a commitment, given and suppressed, latest first. */
  public List<NudgeEntry> about(CommitmentRef ref) {
    return nudges.about(ref, LATEST);
  }
}
