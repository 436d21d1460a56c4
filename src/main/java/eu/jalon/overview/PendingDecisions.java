package eu.jalon.overview;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import java.time.Instant;

/**
 * The pending decisions of a coordinating team for one step.
 *
 * @param oldest the oldest action item
 */
public record PendingDecisions(Step step, int count, Oldest oldest) {

  /** An open action item and its commitment. */
  public record Oldest(String item, CommitmentRef ref, LocalText title, Instant since) {}
}
