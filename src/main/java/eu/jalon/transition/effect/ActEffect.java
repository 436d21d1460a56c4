package eu.jalon.transition.effect;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act does to a commitment and its action items.
 *
 * @param before the commitment without the act
 * @param after the commitment with it
 * @param changes the entries that the act adds to the history, oldest first
 * @param items the action items that it opens, drops or changes
 */
public record ActEffect(
    Commitment before, Commitment after, List<CommitmentChange> changes, List<ItemEffect> items) {

  /** What happens to an action item. */
  public enum ItemChange {
    OPENED,
    DROPPED,
    DATE,
    MINISTRY
  }

  /**
   * The change of one action item.
   *
   * @param ministry its ministry; the new one if it changes
   * @param from the due date before
   * @param to the due date after
   */
  public record ItemEffect(
      ItemChange change,
      Step step,
      MinistryCode ministry,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}
}
