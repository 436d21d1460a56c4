package eu.jalon.pages.acts;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.pages.commitments.HistoryRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.shared.MinistryCode;
import eu.jalon.transition.effect.ActEffect;
import java.util.List;

/**
 * What an act would do, for a page.
 *
 * @param changes the entries of the history
 * @param items the action items that are opened, dropped or changed
 * @param ministries the ministries that these concern
 */
public record EffectView(
    List<HistoryRow> changes, List<ActEffect.ItemEffect> items, List<MinistryCode> ministries) {

  static EffectView of(ActEffect effect, DirectoryNames names, PageFormatter format) {
    return new EffectView(
        effect.changes().stream()
            .filter(change -> change.type() != CommitmentChange.Type.ENTERED)
            .map(change -> HistoryRow.of(change, names, format))
            .toList(),
        effect.items(),
        effect.items().stream().map(ActEffect.ItemEffect::ministry).distinct().sorted().toList());
  }
}
