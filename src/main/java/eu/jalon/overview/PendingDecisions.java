package eu.jalon.overview;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import java.time.Instant;

/**
 * The decisions of one kind that wait for a coordinating team.
 *
 * @param oldest the action item that has waited longest
 */
public record PendingDecisions(Step step, int count, Oldest oldest) {

  /** An open action item and its commitment. */
  public record Oldest(String item, CommitmentRef ref, LocalText title, Instant since) {}
}
