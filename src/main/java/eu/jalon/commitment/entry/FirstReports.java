package eu.jalon.commitment.entry;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.ProgressReport;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Progress that was known before a commitment was entered, one report for each. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FirstReports {

  private final JdbcHistory history;
  private final JdbcCommitments commitments;

  FirstReports(JdbcHistory history, JdbcCommitments commitments) {
    this.history = history;
    this.commitments = commitments;
  }

  /** Adds the only report of each of some commitments, in the transaction that enters them. */
  public void add(List<ProgressReport> reports) {
    for (ProgressReport report : reports) {
      history.add(report);
      commitments.setHealth(report.ref(), Health.of(List.of(report.status())));
    }
    history.add(
        reports.stream()
            .map(
                report ->
                    new CommitmentChange(
                        report.ref(),
                        CommitmentChange.Type.REPORTED,
                        report.ministry().value(),
                        report.status().name(),
                        null,
                        report.at(),
                        report.by()))
            .toList());
  }
}
