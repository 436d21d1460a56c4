package eu.jalon.api.commitment;

import eu.jalon.actionitem.form.Step;
import eu.jalon.api.commitment.CommitmentsApi.ChangeView;
import eu.jalon.directory.Person;
import eu.jalon.transition.effect.ActEffect;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act does, or would do in a dry run.
 *
 * @param commitment the commitment afterwards
 * @param changes the entries of the history
 * @param items the action items that are opened, dropped or changed
 */
record ActEffectView(
    CommitmentView commitment, List<ChangeView> changes, List<ItemEffectView> items) {

  /**
   * The change of one action item.
   *
   * @param from the due date before
   * @param to the due date after
   */
  record ItemEffectView(
      ActEffect.ItemChange change,
      String step,
      String ministry,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    static ItemEffectView of(ActEffect.ItemEffect effect) {
      Step step = effect.step();
      return new ItemEffectView(
          effect.change(), step.key(), effect.ministry().value(), effect.from(), effect.to());
    }
  }

  static ActEffectView of(ActEffect effect, Person reader, LocalDate today) {
    return new ActEffectView(
        CommitmentView.of(effect.after(), reader, today),
        effect.changes().stream().map(ChangeView::of).toList(),
        effect.items().stream().map(ItemEffectView::of).toList());
  }
}
